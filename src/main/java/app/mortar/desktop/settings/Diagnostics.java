package app.mortar.desktop.settings;

import app.mortar.desktop.Office;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.kernel.Permission;
import app.mortar.settings.SettingRow;
import app.mortar.store.DatabaseFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What helps to find a fault, as lines of text without anything secret; written in the background. */
final class Diagnostics {
    private final Session session;
    private final Office office;
    private final String version;

    /** One line. */
    record Line(String name, String value) {}

    Diagnostics(Session session, Office office, String version) {
        this.session = session;
        this.office = office;
        this.version = version;
    }

    /** Where the log is written. */
    Path log() {
        return office.home().resolve("log");
    }

    /** What is known without asking anybody. */
    List<Line> here() {
        return List.of(
                new Line("Mortar", version),
                new Line(
                        "Java",
                        System.getProperty("java.version", "?") + " (" + System.getProperty("java.vendor", "?") + ")"),
                new Line("JavaFX", System.getProperty("javafx.runtime.version", "?")),
                new Line(
                        Texts.of("settings.about.system"),
                        System.getProperty("os.name", "?") + " " + System.getProperty("os.version", "?") + " "
                                + System.getProperty("os.arch", "?")),
                new Line(
                        Texts.of("settings.about.memory"),
                        Texts.of(
                                "settings.about.memory-of",
                                Sizes.of(Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory()),
                                Sizes.of(Runtime.getRuntime().maxMemory()))),
                new Line(Texts.of("settings.about.home"), office.home().toString()),
                new Line(Texts.of("settings.about.log"), log().toString()));
    }

    /** Everything this person may know: also the database, and the settings that are not as Mortar comes. */
    String text() {
        List<Line> lines = new ArrayList<>(here());
        lines.add(new Line(
                "At", session.time().now().toString() + " (" + session.time().zone() + ")"));
        lines.add(new Line("Workstation", session.actor().workstation()));
        if (session.may(Permission.MANAGE_DATABASE)) {
            DatabaseFacts facts = office.facts().apply(session.actor());
            lines.add(new Line(
                    "Database",
                    facts.kind() + " " + facts.version() + ", schema " + facts.schema() + ", " + facts.address()
                            + (facts.afterUncleanStop() ? ", after an unclean stop" : "")));
        }
        if (session.may(Permission.CHANGE_SETTINGS)) {
            office.settings().list(session.actor()).stream()
                    .filter(row -> row.source() != SettingRow.Source.NOBODY)
                    .forEach(row -> lines.add(new Line(row.name(), row.value().orElse("") + " (" + row.where() + ")")));
        }
        return lines.stream().map(line -> line.name() + ": " + line.value()).collect(Collectors.joining("\n")) + "\n";
    }
}
