package app.mortar.desktop.settings;

import app.mortar.books.CheckLog;
import app.mortar.books.Report;
import app.mortar.desktop.Office;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Tone;
import app.mortar.store.DatabaseFacts;
import app.mortar.store.Kind;
import java.time.Duration;
import java.time.InstantSource;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Where the books are kept, how that database does, and whether they add up. */
final class DatabasePane implements Pane {
    private static final double WIDTH = 680;
    private static final Duration CLOCKS_AGREE = Duration.ofSeconds(2);

    private final Session session;
    private final DatabaseModel model;
    private final Facts facts = new Facts();
    private final VBox found = new VBox(6);
    private final Press check;
    private final VBox node;

    DatabasePane(Session session, Office office) {
        this.session = session;
        model = new DatabaseModel(session, office, InstantSource.system());
        check = Press.primary("books-check", Texts.of("settings.database.check"), "F9", model::check);
        check.disableProperty().bind(model.running());
        ProgressBar bar = new ProgressBar();
        bar.setId("books-progress");
        bar.progressProperty().bind(model.progress());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("thin");
        bar.visibleProperty().bind(model.running());
        bar.managedProperty().bind(model.running());
        VBox result = new VBox(
                12,
                Fields.hint(Texts.of("settings.database.check-about")),
                bar,
                found,
                Fields.refusal("database-no", model.no()));
        // the button in the head is higher than its line
        result.setPadding(new Insets(8, 0, 0, 0));
        Card books = Card.of(Texts.of("settings.database.books"), result).with(check);
        node = new VBox(16, Card.of(Texts.of("settings.section.database"), facts), books);
        node.setMaxWidth(WIDTH);
        model.seen().addListener((property, was, is) -> show(is));
        model.report().addListener((property, was, is) -> show(is));
    }

    private void show(DatabaseModel.@Nullable Seen seen) {
        facts.clear();
        if (seen == null) {
            return;
        }
        DatabaseFacts now = seen.facts();
        boolean embedded = now.kind() == Kind.H2;
        fact("kind", Texts.of(embedded ? "settings.database.embedded" : "settings.database.shared"));
        fact("where", now.address());
        fact("version", Texts.of("settings.database.program", embedded ? "H2" : "PostgreSQL", now.version()));
        fact("schema", now.schema());
        fact(
                "size",
                now.bytes().isPresent() ? Sizes.of(now.bytes().getAsLong()) : Texts.of("settings.database.unknown"));
        fact(
                "pool",
                Texts.of(
                        "settings.database.connections",
                        now.pool().active(),
                        now.pool().open(),
                        now.pool().most()));
        fact("clock", clock(seen.ahead()));
        if (embedded) {
            fact("stop", Texts.of(now.afterUncleanStop() ? "settings.database.unclean" : "settings.database.clean"));
        }
        fact("checked", checked(seen.checked()));
    }

    private void fact(String name, String value) {
        facts.add("database-" + name, Texts.of("settings.database." + name), value);
    }

    private static String clock(Duration ahead) {
        if (ahead.abs().compareTo(CLOCKS_AGREE) < 0) {
            return Texts.of("settings.database.clock-agrees");
        }
        return Texts.of(
                ahead.isNegative() ? "settings.database.clock-behind" : "settings.database.clock-ahead",
                Meaning.about(ahead.abs()));
    }

    private String checked(CheckLog.@Nullable Entry last) {
        if (last == null) {
            return Texts.of("settings.database.never-checked");
        }
        String at = session.formats().dayTime(last.at());
        return last.ok()
                ? Texts.of("settings.database.checked-ok", at, last.workstation())
                : Texts.of("settings.database.checked-wrong", at, last.workstation(), last.violations());
    }

    private void show(@Nullable Report report) {
        found.getChildren().clear();
        if (report == null) {
            return;
        }
        for (Report.Checked rule : report.checks()) {
            Chip chip = rule.ok()
                    ? new Chip(Tone.SUCCESS, "check", Texts.of("settings.database.holds"))
                    : new Chip(Tone.DANGER, "x-octagon-fill", Texts.of("settings.database.broken"));
            HBox line = new HBox(10, chip, new Label(rule.name()));
            line.setAlignment(Pos.CENTER_LEFT);
            found.getChildren().add(line);
            rule.violations().stream().limit(20).map(Fields::hint).forEach(found.getChildren()::add);
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void post() {
        if (!check.isDisabled()) {
            model.check();
        }
    }
}
