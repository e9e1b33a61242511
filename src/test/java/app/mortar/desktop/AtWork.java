package app.mortar.desktop;

import app.mortar.desktop.shell.Front;
import app.mortar.desktop.shell.Memory;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Time;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Work;
import app.mortar.gs1.Gs1Reader;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
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
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at work without a window: view models are tried with it. Work is done at once on the calling thread, unless
 * other places for it are given; time is the pharmacy's.
 */
public final class AtWork implements Front {
    public final Session session;
    public final Time time;
    /** What was said at the top right, title and second line. */
    public final List<String> toasts = new ArrayList<>();
    /** Mistakes of the program that were reported. */
    public final List<Throwable> bugs = new ArrayList<>();
    /** How often something was changed. */
    public int changes;

    private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper(true);
    private final Pharmacy pharmacy;

    private AtWork(Pharmacy pharmacy, Work work, Path home, Instant clockOnTheWall, Set<Permission> may) {
        this.pharmacy = pharmacy;
        Instant start = pharmacy.clock.instant();
        time = new Time(clockOnTheWall, () -> Pharmacy.LAGOS, () -> Duration.between(start, pharmacy.clock.instant())
                .toNanos());
        session = new Session(
                Actor.staff("Adaeze Okoro", "till-1", may),
                pharmacy.transactions,
                work,
                time,
                new Formats(Pharmacy.LAGOS, Currency.getInstance("NGN"), Locale.of("en", "NG")),
                new Memory(home, work),
                this);
    }

    public static AtWork in(Pharmacy pharmacy) {
        return in(pharmacy, Set.of(Permission.values()));
    }

    public static AtWork in(Pharmacy pharmacy, Set<Permission> may) {
        return new AtWork(pharmacy, Work.here(), folder(), pharmacy.clock.instant(), may);
    }

    /** With other places to do work in. */
    public static AtWork in(Pharmacy pharmacy, Work work) {
        return new AtWork(pharmacy, work, folder(), pharmacy.clock.instant(), Set.of(Permission.values()));
    }

    /** The same workstation later: what was remembered is there. */
    public static AtWork in(Pharmacy pharmacy, Path home) {
        return new AtWork(pharmacy, Work.here(), home, pharmacy.clock.instant(), Set.of(Permission.values()));
    }

    /** A workstation whose own clock is wrong. */
    public static AtWork withWrongClock(Pharmacy pharmacy, Duration wrong) {
        return new AtWork(
                pharmacy, Work.here(), folder(), pharmacy.clock.instant().plus(wrong), Set.of(Permission.values()));
    }

    public static Path folder() {
        try {
            return Files.createTempDirectory("mortar-at-work-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Time passes, and the ticker beats. */
    public void pass(Duration duration) {
        pharmacy.clock.pass(duration);
        time.tick();
    }

    /** A scan as the shell hands it on; write the separator as {@code {GS}}. */
    public Scanned scan(String text) {
        String code = text.replace("{GS}", "\u001D");
        return new Scanned(code, new Gs1Reader().read(code, pharmacy.today()));
    }

    @Override
    public void go(Place place, @Nullable Object about) {}

    @Override
    public void toast(Toast toast) {
        toasts.add(toast.title() + " " + toast.second());
    }

    @Override
    public FileAsk files() {
        Path files = folder();
        return new Answers(() -> files);
    }

    @Override
    public ReadOnlyBooleanProperty online() {
        return online.getReadOnlyProperty();
    }

    @Override
    public void lost() {
        online.set(false);
    }

    @Override
    public void changed() {
        changes++;
    }

    @Override
    public String report(Throwable bug) {
        bugs.add(bug);
        return "TEST";
    }
}
