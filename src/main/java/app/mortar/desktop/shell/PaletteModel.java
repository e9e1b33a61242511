package app.mortar.desktop.shell;

import app.mortar.desktop.work.Latest;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the palette shows for what was typed: commands at once, what the database finds as soon as it answers. */
final class PaletteModel {
    /** A line of the palette: something found, or something to do. */
    record Line(String icon, String kind, String name, String second, Runnable act) {}

    private final Session session;
    private final List<Line> commands;
    private final BiFunction<Tx, String, List<Finding>> finder;
    private final Latest latest;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private List<Line> fitting;
    private List<Line> found = List.of();
    private boolean answered = true;
    private @Nullable Runnable whenAnswered;

    PaletteModel(Session session, List<Line> commands, BiFunction<Tx, String, List<Finding>> finder) {
        this.session = session;
        this.commands = commands;
        this.finder = finder;
        this.latest = new Latest(session.work());
        this.fitting = commands;
        lines.setAll(commands);
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /** Somebody typed: commands are narrowed at once, what was found before stays until {@link #look} has an answer. */
    void typed(String words) {
        fitting = commands.stream().filter(line -> fits(line, words)).toList();
        latest.forget();
        whenAnswered = null;
        answered = words.isBlank();
        show(answered ? List.of() : found);
    }

    /** Asks the database, once somebody has stopped typing. */
    void look(String words) {
        if (answered) {
            return;
        }
        latest.run(
                () -> session.transactions().read(session.actor(), tx -> finder.apply(tx, words.strip())),
                all -> answer(all.stream().map(this::line).toList()),
                failure -> {
                    session.trouble(failure);
                    answer(List.of());
                });
    }

    /** Do the lines belong to what was typed last? */
    boolean isAnswered() {
        return answered;
    }

    /** Whoever types fast and presses Enter means what was typed, not what is on screen still. */
    void whenAnswered(Runnable act) {
        whenAnswered = act;
    }

    private void answer(List<Line> now) {
        answered = true;
        show(now);
        if (whenAnswered != null) {
            whenAnswered.run();
        }
    }

    private void show(List<Line> now) {
        found = now;
        lines.setAll(Stream.concat(found.stream(), fitting.stream()).toList());
    }

    private Line line(Finding found) {
        return new Line(found.icon(), found.kind(), found.name(), found.second(), () -> session.front()
                .go(found.place(), found.about()));
    }

    private static boolean fits(Line line, String words) {
        String name = line.name().toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
