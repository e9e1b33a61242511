package app.mortar.desktop.shell;

import app.mortar.desktop.work.Latest;
import app.mortar.store.Tx;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the palette shows for what was typed: commands at once, what the database finds as soon as it answers. */
final class PaletteModel {
    /** A line of the palette: something found, or something to do. */
    record Line(String icon, String kind, String name, String second, Runnable act) {}

    private final Session session;
    private final List<Line> commands;
    private final BiFunction<Tx, String, List<Finding>> finder;
    private final Latest latest;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();

    PaletteModel(Session session, List<Line> commands, BiFunction<Tx, String, List<Finding>> finder) {
        this.session = session;
        this.commands = commands;
        this.finder = finder;
        this.latest = new Latest(session.work());
        lines.setAll(commands);
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /** Somebody typed. */
    void look(String words) {
        List<Line> fitting = commands.stream().filter(line -> fits(line, words)).toList();
        if (words.isBlank()) {
            latest.forget();
            lines.setAll(fitting);
            return;
        }
        latest.run(
                () -> session.transactions().read(session.actor(), tx -> finder.apply(tx, words.strip())),
                found -> lines.setAll(Stream.concat(found.stream().map(this::line), fitting.stream())
                        .toList()),
                failure -> {
                    session.trouble(failure);
                    lines.setAll(fitting);
                });
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
