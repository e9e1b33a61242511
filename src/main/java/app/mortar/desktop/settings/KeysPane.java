package app.mortar.desktop.settings;

import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Tone;
import app.mortar.desktop.widget.TwoLines;
import app.mortar.report.Field;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
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
    private final Formats formats;
    private final PagedTable<ApiKey> table;
    private final SearchField words = new SearchField("keys-search", Texts.of("settings.keys.search"));
    private final VBox asked = new VBox();
    private final Press create;
    private final HBox node;

    KeysPane(Session session, ApiKeys desk) {
        model = new KeysModel(desk, session.actor(), session.work(), failure -> session.trouble(failure)
                .sentence());
        formats = session.formats();
        table = session.<ApiKey>table("keys", model::list)
                .tall()
                .columns(key(), use())
                .keyed(ApiKey::id)
                .whenEmpty(stated -> stated.empty("key", Texts.of("settings.keys.none"), "", null));
        model.version().addListener((property, was, is) -> table.refresh());
        model.words().bind(words.words());
        model.words().addListener((property, was, is) -> table.reload());
        Press revoke = Press.secondary("key-revoke", Texts.of("settings.keys.revoke"), "x-circle", this::ask);
        revoke.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.running().get() || !isAlive(table.chosen().get()),
                        model.running(),
                        table.chosen()));
        table.chosen().addListener((property, was, is) -> asked.getChildren().clear());
        VBox.setVgrow(table, Priority.ALWAYS);
        String title = Texts.of("settings.section.keys");
        Card card = Card.table(title, new VBox(8, table, asked))
                .with(
                        session.export(
                                        table,
                                        title,
                                        () -> Searched.by(model.words().get()))
                                .brief(),
                        revoke)
                .under(words)
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

    private Column<ApiKey> key() {
        return Column.<ApiKey>node(
                        "keys-name",
                        Texts.of("settings.keys.col-key"),
                        220,
                        key -> key.name() + " · " + about(key),
                        key -> new TwoLines(key.name(), about(key)).styled(isAlive(key) ? "strong" : "muted"))
                .unfolded(
                        Field.text(Texts.of("settings.keys.col-key"), 30, ApiKey::name),
                        Field.text(Texts.of("settings.keys.col-begins"), 16, ApiKey::prefix),
                        Field.text(Texts.of("settings.keys.col-opens"), 40, KeysPane::scopes),
                        Field.moment(Texts.of("settings.keys.col-made"), key -> formats.onTheWall(key.createdAt())))
                .grows()
                .sorts();
    }

    private Column<ApiKey> use() {
        return Column.<ApiKey>node("keys-used", Texts.of("settings.keys.col-used"), 136, this::used, this::use)
                .unfolded(
                        moment("settings.keys.col-used", ApiKey::lastUsedAt),
                        moment("settings.keys.revoked", ApiKey::revokedAt))
                .sorts();
    }

    private Field<ApiKey> moment(String title, Function<ApiKey, Optional<Instant>> at) {
        return Field.moment(
                Texts.of(title), key -> at.apply(key).map(formats::onTheWall).orElse(null));
    }

    private static String scopes(ApiKey key) {
        return key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    }

    private static String about(ApiKey key) {
        return key.prefix() + "… · " + scopes(key);
    }

    private String used(ApiKey key) {
        return key.lastUsedAt().map(formats::dayTime).orElse(Texts.of("settings.keys.never-used"));
    }

    private Node use(ApiKey key) {
        Label used = new Label(used(key));
        used.getStyleClass().add("caption");
        if (isAlive(key)) {
            return used;
        }
        VBox both = new VBox(2, new Chip(Tone.NEUTRAL, "x-circle", Texts.of("settings.keys.revoked")), used);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
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

    private static boolean isAlive(@Nullable ApiKey key) {
        return key != null && key.revokedAt().isEmpty();
    }

    /** It is for ever, so it is asked once, under the list. */
    private void ask() {
        ApiKey key = table.chosen().get();
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
        table.refresh();
    }

    /** Whoever goes elsewhere leaves no key on the screen. */
    @Override
    public void hidden() {
        model.hide();
        asked.getChildren().clear();
    }

    @Override
    public void refresh() {
        table.refresh();
    }

    @Override
    public void filter() {
        words.focus();
    }

    @Override
    public void post() {
        if (!create.isDisabled()) {
            model.create();
        }
    }
}
