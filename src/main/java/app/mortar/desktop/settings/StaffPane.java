package app.mortar.desktop.settings;

import app.mortar.access.StaffDesk;
import app.mortar.access.StaffView;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.widget.Tone;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Who works here, and beside the list somebody being taken on or changed. */
final class StaffPane implements Pane {
    private final StaffModel model;
    private final ListView<StaffView> list;
    private final PersonForm form;
    private final HBox node;

    StaffPane(Session session, StaffDesk desk) {
        model = new StaffModel(
                desk,
                session.actor(),
                session.work(),
                failure -> session.trouble(failure).sentence(),
                who -> session.front()
                        .toast(Toast.done(Texts.of("settings.kept"), Texts.of("settings.staff.kept", who.name()))));
        list = new ListView<>(model.people());
        list.setId("staff");
        list.setAccessibleText(Texts.of("settings.section.staff"));
        list.getStyleClass().add("rules");
        list.setCellFactory(self -> new PersonCell(session));
        Label nobody = Fields.hint(Texts.of("settings.staff.nobody"));
        list.setPlaceholder(nobody);
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (!model.isReading() && is != null && !is.equals(model.chosen().get())) {
                model.choose(is);
            }
        });
        model.chosen().addListener((property, was, is) -> {
            if (is == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(is);
            }
        });
        model.people().addListener((ListChangeListener<StaffView>) change -> keepPlace());
        form = new PersonForm(model);
        Press add = Press.secondary("staff-new", Texts.of("settings.staff.new"), "person-plus", () -> {
            model.choose(null);
            form.focus();
        });
        Card card =
                Card.table(Texts.of("settings.section.staff"), list).with(add).grow();
        node = Fields.beside(card, form.node());
    }

    /** A list that was read again has other rows of the same people. */
    private void keepPlace() {
        StaffView chosen = model.chosen().get();
        if (chosen != null) {
            model.people().stream()
                    .filter(who -> who.name().equals(chosen.name()))
                    .findFirst()
                    .ifPresent(who ->
                            list.getSelectionModel().select(model.people().indexOf(who)));
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
        form.save();
    }

    private static final class PersonCell extends ListCell<StaffView> {
        private final Session session;

        PersonCell(Session session) {
            this.session = session;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable StaffView who, boolean empty) {
            super.updateItem(who, empty);
            setText(null);
            setGraphic(empty || who == null ? null : line(who));
        }

        private Node line(StaffView who) {
            Label name = new Label(who.name());
            name.getStyleClass().add(who.enabled() ? "medium" : "muted");
            Label second = new Label(Stream.concat(
                            Stream.of(who.lastSignedInAt()
                                    .map(at -> Texts.of(
                                            "settings.staff.last-in",
                                            session.formats().dayTime(at)))
                                    .orElse(Texts.of("settings.staff.never-in"))),
                            Stream.of(who.phone(), who.email()).flatMap(Optional::stream))
                    .collect(Collectors.joining(" · ")));
            second.getStyleClass().add("caption");
            VBox words = new VBox(1, name, second);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(8, words);
            if (who.hasPin()) {
                line.getChildren().add(new Chip(Tone.NEUTRAL, "key", Texts.of("settings.staff.has-pin")));
            }
            line.getChildren()
                    .add(
                            who.enabled()
                                    ? new Chip(Tone.ACCENT, "person", PersonForm.role(who.role()))
                                    : new Chip(Tone.NEUTRAL, "x-circle", Texts.of("settings.staff.disabled")));
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("rule-line");
            return line;
        }
    }
}
