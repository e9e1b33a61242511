package app.mortar.desktop;

import app.mortar.desktop.shell.Front;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Time;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.testing.Pharmacy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A session without a window, whose work is done at once on the calling thread: for view models. */
public final class Here implements Front {
    public final List<Toast> toasts = new ArrayList<>();
    public final List<@Nullable Object> gone = new ArrayList<>();
    public final List<Throwable> bugs = new ArrayList<>();
    public final SimpleBooleanProperty online = new SimpleBooleanProperty(true);
    public int changed;
    public int lost;
    public final Time time;
    public final Session session;
    /** Where workbooks go. */
    public final Answers files;

    private Here(Pharmacy pharmacy, Actor actor, Instant workstationClock) {
        Instant start = pharmacy.clock.instant();
        time = new Time(workstationClock, () -> Pharmacy.LAGOS, () -> Duration.between(start, pharmacy.clock.instant())
                .toNanos());
        try {
            Path folder = Files.createTempDirectory("mortar-files-");
            files = new Answers(() -> folder);
            session = new Session(
                    actor,
                    pharmacy.transactions,
                    Work.here(),
                    time,
                    new Formats(Pharmacy.LAGOS, Currency.getInstance("NGN"), Locale.of("en", "NG")),
                    new Memory(Files.createTempDirectory("mortar-here-"), Work.here()),
                    this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody at work whose workstation's clock is right. */
    public static Here at(Pharmacy pharmacy, Actor actor) {
        return new Here(pharmacy, actor, pharmacy.clock.instant());
    }

    /** The same at a workstation whose clock is wrong by so much, until the database has told the time. */
    public static Here wrongBy(Pharmacy pharmacy, Actor actor, Duration wrong) {
        return new Here(pharmacy, actor, pharmacy.clock.instant().plus(wrong));
    }

    @Override
    public void go(Place place, @Nullable Object about) {
        gone.add(place);
        gone.add(about);
    }

    @Override
    public void toast(Toast toast) {
        toasts.add(toast);
    }

    @Override
    public FileAsk files() {
        return files;
    }

    @Override
    public ReadOnlyBooleanProperty online() {
        return online;
    }

    @Override
    public void lost() {
        lost++;
    }

    @Override
    public void changed() {
        changed++;
    }

    @Override
    public String report(Throwable bug) {
        bugs.add(bug);
        return "TEST";
    }
}
