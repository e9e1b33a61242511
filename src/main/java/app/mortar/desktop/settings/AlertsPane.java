package app.mortar.desktop.settings;

import app.mortar.access.SettingsDesk;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.ListWorkbook;
import app.mortar.report.Field;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** When the pharmacy is told what, and who is told. */
final class AlertsPane implements Pane {
    private static final List<Field<RecipientsModel.Line>> FIELDS = List.of(
            Field.text(Texts.of("settings.staff.name"), 30, RecipientsModel.Line::name),
            Field.text(Texts.of("settings.staff.alerts"), 34, RecipientsModel.Line::of),
            Field.text(Texts.of("settings.recipients.by"), 16, RecipientsModel.Line::by));

    private final RecipientsModel recipients;
    private final RulesPane rules;

    AlertsPane(Session session, SettingsDesk desk) {
        recipients = new RecipientsModel(session);
        ListView<RecipientsModel.Line> people = new ListView<>(recipients.people());
        people.setId("recipients");
        people.setAccessibleText(Texts.of("settings.recipients"));
        people.getStyleClass().add("rules");
        people.setCellFactory(list -> new PersonCell());
        people.setPlaceholder(Fields.hint(Texts.of("settings.recipients.none")));
        people.setMinHeight(160);
        Card card = Card.table(
                        Texts.of("settings.recipients"),
                        new VBox(4, people, inset(Fields.hint(Texts.of("settings.recipients.about")))))
                .with(session.export(
                                new ListWorkbook<>(people, () -> List.copyOf(recipients.people()), FIELDS),
                                Texts.of("settings.recipients"))
                        .brief())
                .grow();
        VBox.setVgrow(people, Priority.ALWAYS);
        rules = RulesPane.alerts(session, desk).under(card);
    }

    private static Node inset(Label words) {
        VBox.setMargin(words, new Insets(4, 8, 4, 8));
        return words;
    }

    @Override
    public Node node() {
        return rules.node();
    }

    @Override
    public void shown() {
        rules.shown();
        recipients.load();
    }

    @Override
    public void refresh() {
        shown();
    }

    @Override
    public void post() {
        rules.post();
    }

    private static final class PersonCell extends ListCell<RecipientsModel.Line> {
        PersonCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(RecipientsModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : node(line));
        }

        private static Node node(RecipientsModel.Line line) {
            Label name = new Label(line.name());
            name.getStyleClass().add("medium");
            Label second = new Label(line.about());
            second.getStyleClass().add("caption");
            VBox node = new VBox(1, name, second);
            node.getStyleClass().add("rule-line");
            return node;
        }
    }
}
