package app.mortar.desktop.settings;

import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Tone;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The API keys, and beside the list a new one, shown once. */
final class KeysPane implements Pane {
    private final KeysModel model;
    private final ListView<ApiKey> list;
    private final VBox asked = new VBox();
    private final Press create;
    private final HBox node;

    KeysPane(Session session, ApiKeys desk) {
        model = new KeysModel(desk, session.actor(), session.work(), failure -> session.trouble(failure)
                .sentence());
        list = new ListView<>(model.keys());
        list.setId("keys");
        list.setAccessibleText(Texts.of("settings.section.keys"));
        list.getStyleClass().add("rules");
        list.setPlaceholder(Fields.hint(Texts.of("settings.keys.none")));
        list.setCellFactory(self -> new KeyCell(session));
        Press revoke = Press.secondary("key-revoke", Texts.of("settings.keys.revoke"), "x-circle", this::ask);
        revoke.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.running().get() || !isAlive(chosen()),
                        model.running(),
                        list.getSelectionModel().selectedItemProperty()));
        list.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> asked.getChildren()
                .clear());
        VBox.setVgrow(list, Priority.ALWAYS);
        Card card = Card.table(Texts.of("settings.section.keys"), new VBox(8, list, asked))
                .with(revoke)
                .grow();
        TextField name = Fields.text("key-name", model.name());
        name.setOnAction(event -> post());
        create = Press.primary("key-create", Texts.of("settings.keys.create"), "F9", model::create);
        create.disableProperty().bind(model.running());
        VBox scopes = new VBox(8);
        for (Scope scope : Scope.values()) {
            scopes.getChildren().add(tick(scope));
        }
        Card fresh = Card.of(
                Texts.of("settings.keys.new"),
                new VBox(
                        12,
                        Fields.named(Texts.of("settings.keys.name"), name),
                        scopes,
                        Fields.refusal("key-no", model.no()),
                        shownOnce(),
                        Fields.acts(create)));
        node = Fields.beside(card, fresh);
    }

    private CheckBox tick(Scope scope) {
        CheckBox box = new CheckBox(Texts.of("scope." + scope.word().replace(':', '-')));
        box.setId("scope-" + scope.word().replace(':', '-'));
        box.setAccessibleText(box.getText());
        box.setSelected(model.scopes().contains(scope));
        box.setWrapText(true);
        box.selectedProperty().addListener((property, was, is) -> {
            if (is) {
                model.scopes().add(scope);
            } else {
                model.scopes().remove(scope);
            }
        });
        return box;
    }

    private Node shownOnce() {
        TextField text = new TextField();
        text.setId("key-fresh");
        text.setEditable(false);
        text.getStyleClass().add("code");
        text.textProperty().bind(model.fresh());
        text.setAccessibleText(Texts.of("settings.keys.fresh"));
        Press copy = Press.secondary("key-copy", Texts.of("settings.copy"), "clipboard", () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.fresh().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        HBox.setHgrow(text, Priority.ALWAYS);
        VBox box = new VBox(8, Fields.hint(Texts.of("settings.keys.once")), new HBox(8, text, copy));
        box.getStyleClass().add("fresh-key");
        box.visibleProperty().bind(model.fresh().isNotEmpty());
        box.managedProperty().bind(model.fresh().isNotEmpty());
        return box;
    }

    private @Nullable ApiKey chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    private static boolean isAlive(@Nullable ApiKey key) {
        return key != null && key.revokedAt().isEmpty();
    }

    /** It is for ever, so it is asked once, under the list. */
    private void ask() {
        ApiKey key = chosen();
        if (key == null) {
            return;
        }
        Note question = Note.warning(
                        "key-sure", Texts.of("settings.keys.sure", key.name()), Texts.of("settings.keys.sure-second"))
                .answer(Texts.of("settings.keys.revoke"), () -> {
                    asked.getChildren().clear();
                    model.revoke(key);
                })
                .otherwise(Texts.of("settings.keys.keep"), () -> asked.getChildren()
                        .clear())
                .below();
        asked.getChildren().setAll(question);
        question.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void shown() {
        model.load();
    }

    /** Whoever goes elsewhere leaves no key on the screen. */
    @Override
    public void hidden() {
        model.hide();
        asked.getChildren().clear();
    }

    @Override
    public void refresh() {
        model.load();
    }

    @Override
    public void post() {
        if (!create.isDisabled()) {
            model.create();
        }
    }

    private static final class KeyCell extends ListCell<ApiKey> {
        private final Session session;

        KeyCell(Session session) {
            this.session = session;
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ApiKey key, boolean empty) {
            super.updateItem(key, empty);
            setText(null);
            setGraphic(empty || key == null ? null : line(key));
        }

        private Node line(ApiKey key) {
            Label name = new Label(key.name());
            name.getStyleClass().add(isAlive(key) ? "medium" : "muted");
            Label prefix = new Label(key.prefix() + "…");
            prefix.getStyleClass().addAll("code", "caption");
            String scopes = key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
            Label second = new Label(
                    Texts.of("settings.keys.line", scopes, session.formats().dayTime(key.createdAt())));
            second.getStyleClass().add("caption");
            VBox words = new VBox(1, new HBox(8, name, prefix), second);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label used = new Label(key.lastUsedAt()
                    .map(at -> Texts.of("settings.keys.used", session.formats().dayTime(at)))
                    .orElse(Texts.of("settings.keys.never-used")));
            used.getStyleClass().add("caption");
            used.setMinWidth(Label.USE_PREF_SIZE);
            HBox line = new HBox(12, words, used);
            if (!isAlive(key)) {
                line.getChildren().add(new Chip(Tone.NEUTRAL, "x-circle", Texts.of("settings.keys.revoked")));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("rule-line");
            return line;
        }
    }
}
