package app.mortar.desktop.settings;

import app.mortar.access.AuditEvent;
import app.mortar.access.AuditKind;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Segments;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** Sign-ins, refusals, and who changed staff, keys and settings. Rows are only ever added, so there is nothing to do. */
final class AuditPane implements Pane {
    private final AuditModel model;
    private final Card node;

    AuditPane(Session session) {
        model = new AuditModel(session);
        Segments<AuditModel.Which> which = new Segments<>("audit-which", AuditModel.Which.ALL);
        for (AuditModel.Which one : AuditModel.Which.values()) {
            which.add(one, Texts.of("settings.audit." + one.id()));
        }
        which.value().bindBidirectional(model.which());
        ListView<AuditEvent> list = new ListView<>(model.events());
        list.setId("audit");
        list.setAccessibleText(Texts.of("settings.section.audit"));
        list.getStyleClass().add("rules");
        list.setCellFactory(self -> new EventCell(session));
        list.setPlaceholder(Fields.hint(Texts.of("settings.audit.none")));
        VBox.setVgrow(list, Priority.ALWAYS);
        Press earlier =
                Press.quiet("audit-earlier", Texts.of("settings.audit.earlier"), "chevron-down", model::earlier);
        earlier.visibleProperty().bind(model.more());
        earlier.managedProperty().bind(model.more());
        node = Card.table(
                        Texts.of("settings.section.audit"),
                        new VBox(8, list, earlier, Fields.refusal("audit-no", model.no())))
                .with(which)
                .grow();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.load();
    }

    private static final class EventCell extends ListCell<AuditEvent> {
        private final Session session;

        EventCell(Session session) {
            this.session = session;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AuditEvent event, boolean empty) {
            super.updateItem(event, empty);
            setText(null);
            setGraphic(empty || event == null ? null : line(event));
        }

        private Node line(AuditEvent event) {
            Label what = new Label(Texts.of(
                    "audit." + event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    event.subject().orElse("")));
            what.getStyleClass().add("medium");
            Label second = new Label(Stream.concat(
                            Stream.of(Texts.of("settings.audit.by", event.by(), event.workstation())),
                            event.detail().stream())
                    .collect(Collectors.joining(" · ")));
            second.getStyleClass().add("caption");
            VBox words = new VBox(1, what, second);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label at = new Label(session.formats().date(session.formats().day(event.at())) + "  "
                    + session.formats().time(event.at()));
            at.getStyleClass().add("caption");
            at.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(12, icon(event.kind()), words, at);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("rule-line");
            return line;
        }

        private static Node icon(AuditKind kind) {
            return switch (kind) {
                case SIGN_IN_REFUSED, LOCKED_OUT -> Icon.of("exclamation-triangle-fill", 14, "warning");
                case SIGNED_IN, WORKSTATION_KNOWN -> Icon.of("box-arrow-in-right", 14, "muted");
                case KEY_CREATED, KEY_REVOKED, PASSWORD_CHANGED, PIN_CHANGED -> Icon.of("key", 14, "muted");
                case STAFF_ADDED, STAFF_CHANGED, STAFF_DISABLED, STAFF_ENABLED -> Icon.of("person", 14, "muted");
                case SETTING_CHANGED -> Icon.of("gear", 14, "muted");
            };
        }
    }
}
