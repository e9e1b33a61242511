package app.mortar.desktop.settings;

import app.mortar.access.SettingsDesk;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.ListWorkbook;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.widget.Tone;
import app.mortar.report.Field;
import app.mortar.settings.SettingRow;
import java.util.List;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Settings of the pharmacy: a list with what holds now, and beside it the one that is being changed. */
final class RulesPane implements Pane {
    /** Numbers, times and the like are shown whole; an address or a name may give way. */
    private static final int MAY_NOT_BE_CUT = 24;

    private static final List<Field<SettingRow>> FIELDS = List.of(
            Field.text(Texts.of("settings.col-setting"), 34, Meaning::title),
            Field.text(Texts.of("settings.value"), 30, RulesPane::value),
            Field.text(Texts.of("settings.col-otherwise"), 20, row -> row.otherwise()
                    .map(text -> Meaning.shown(row, text))
                    .orElse(null)),
            Field.text(Texts.of("settings.col-where"), 30, SettingRow::where),
            Field.text(Texts.of("settings.col-about"), 60, Meaning::about),
            Field.text(Texts.of("settings.col-name"), 30, SettingRow::name));

    private final PharmacyModel model;
    private final FilteredList<SettingRow> rows;
    private final ListView<SettingRow> list = new ListView<>();
    private final RuleForm form;
    private final VBox right;
    private final HBox node;

    private RulesPane(Session session, SettingsDesk desk, String title, Set<String> groups) {
        model = new PharmacyModel(
                desk,
                session.actor(),
                session.work(),
                failure -> session.trouble(failure).sentence(),
                row -> session.front()
                        .toast(Toast.done(
                                Texts.of("settings.kept"), Texts.of("settings.kept-second", Meaning.title(row)))));
        rows = new FilteredList<>(model.rows(), row -> groups.contains(PharmacyModel.group(row)));
        list.setId("rules");
        list.setAccessibleText(title);
        list.setItems(rows);
        list.getStyleClass().add("rules");
        list.setCellFactory(self -> new RuleCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (!model.isReading() && is != null && !is.equals(model.chosen().get())) {
                model.choose(is);
            }
        });
        model.chosen()
                .addListener((property, was, is) -> list.getSelectionModel().select(is));
        rows.addListener((ListChangeListener<SettingRow>) change -> keepPlace());
        form = new RuleForm(model);
        Card card = Card.table(title, list)
                .with(session.export(new ListWorkbook<>(list, () -> List.copyOf(rows), FIELDS), title)
                        .brief())
                .grow();
        card.setMaxHeight(Double.MAX_VALUE);
        node = Fields.beside(card, form.node());
        right = (VBox) node.getChildren().getLast();
    }

    /** What holds now, as people say it; null: nothing is set. */
    private static @Nullable String value(SettingRow row) {
        return row.value()
                .filter(text -> !text.isEmpty())
                .map(text -> Meaning.shown(row, text))
                .orElse(null);
    }

    /** What the pharmacy is, and how long it keeps what for a cart. */
    static RulesPane pharmacy(Session session, SettingsDesk desk) {
        return new RulesPane(session, desk, Texts.of("settings.section.pharmacy"), Set.of("pharmacy", "reservation"));
    }

    /** When the pharmacy is told what. */
    static RulesPane alerts(Session session, SettingsDesk desk) {
        return new RulesPane(
                session, desk, Texts.of("settings.section.alerts"), Set.of("low-stock", "expiry", "notify"));
    }

    /** How the providers are reached. */
    static RulesPane providers(Session session, SettingsDesk desk) {
        return new RulesPane(
                session, desk, Texts.of("settings.section.channels"), Set.of("termii", "whatsapp", "smtp"));
    }

    /** Puts a card under the form. */
    RulesPane under(Node card) {
        right.getChildren().add(card);
        return this;
    }

    PharmacyModel model() {
        return model;
    }

    /** A list that was read again has other rows of the same names. */
    private void keepPlace() {
        SettingRow chosen = model.chosen().get();
        if (chosen == null) {
            if (!rows.isEmpty()) {
                model.choose(rows.getFirst());
            }
            return;
        }
        rows.stream()
                .filter(row -> row.name().equals(chosen.name()))
                .findFirst()
                .ifPresent(row -> list.getSelectionModel().select(rows.indexOf(row)));
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
        form.save();
    }

    private static final class RuleCell extends ListCell<SettingRow> {
        RuleCell() {
            // as wide as the list, so that the words give way and not the value
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable SettingRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : line(row));
            setId(empty || row == null ? null : "rule-" + row.name().replace('.', '-'));
        }

        private static Node line(SettingRow row) {
            Label title = new Label(Meaning.title(row));
            title.getStyleClass().add("medium");
            Label about = new Label(Meaning.about(row));
            about.getStyleClass().add("caption");
            VBox words = new VBox(1, title, about);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            String set = value(row);
            Label value = new Label(set == null ? Texts.of("settings.not-set") : set);
            value.getStyleClass().add(set == null ? "muted" : "strong");
            value.setMaxWidth(220);
            value.setMinWidth(value.getText().length() <= MAY_NOT_BE_CUT ? Region.USE_PREF_SIZE : 160);
            HBox line = new HBox(12, words, value);
            if (row.overridden()) {
                line.getChildren().add(new Chip(Tone.WARNING, "display", Texts.of("settings.this-machine")));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("rule-line");
            return line;
        }
    }
}
