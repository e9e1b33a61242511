package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Hits;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.SearchField;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A code that nothing on the list carries: which product is it? Linked or created without leaving the line. */
final class UnknownProductNote extends VBox {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final long key;
    private final String gtin;

    UnknownProductNote(Session session, ReceivingViewModel delivery, long key, String gtin) {
        super(8);
        this.session = session;
        this.delivery = delivery;
        this.key = key;
        this.gtin = gtin;
        ask();
    }

    private void ask() {
        boolean mayCreate = delivery.newProduct().mayCreate();
        Note note = Note.question(
                        "question-" + key,
                        Texts.of("receive.q.unknown", gtin),
                        Texts.of(mayCreate ? "receive.q.unknown-why" : "receive.q.ask"))
                .answer(Texts.of("receive.q.link"), this::link);
        if (mayCreate) {
            note.answer(Texts.of("receive.q.create"), this::create);
        }
        note.otherwise(Texts.of("receive.q.drop"), () -> delivery.lines().remove(key));
        getChildren().setAll(note);
    }

    private void link() {
        SearchField words = new SearchField("link-" + key, Texts.of("receive.q.look"));
        Hits hits = new Hits(
                "link-hits-" + key,
                delivery.newProduct().candidates(),
                session.formats(),
                hit -> delivery.newProduct().link(key, hit.goods()),
                this::ask);
        words.words().addListener((property, was, is) -> delivery.newProduct().look(is));
        words.field().setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.DOWN) {
                hits.requestFocus();
                event.consume();
            }
        });
        getChildren().setAll(panel(Texts.of("receive.q.link"), new VBox(8, words, hits)));
        words.focus();
    }

    private void create() {
        TextField sku = new TextField("P-" + gtin.substring(Math.max(0, gtin.length() - 6)));
        TextField name = new TextField();
        TextField strength = new TextField();
        TextField form = new TextField();
        TextField shelf = new TextField();
        TextField price = new TextField();
        FlowPane fields = new FlowPane(
                12,
                8,
                named("name", Texts.of("receive.new-name"), name, 22),
                named("strength", Texts.of("receive.new-strength"), strength, 9),
                named("form", Texts.of("receive.new-form"), form, 12),
                named("sku", Texts.of("receive.new-sku"), sku, 9),
                named("shelf", Texts.of("receive.new-shelf"), shelf, 7),
                named(
                        "price",
                        Texts.of("receive.new-price") + " " + session.formats().currency(),
                        price,
                        8));
        Runnable act = () -> delivery.newProduct()
                .create(
                        key,
                        new NewProduct.Form(
                                sku.getText(),
                                name.getText(),
                                strength.getText(),
                                form.getText(),
                                shelf.getText(),
                                ReceiptRow.amount(price.getText())));
        for (TextField field : new TextField[] {sku, name, strength, form, shelf, price}) {
            field.setOnAction(event -> act.run());
        }
        Press save = Press.secondary("new-create-" + key, Texts.of("receive.q.create"), "check", act);
        Press back = Press.quiet("new-cancel-" + key, Texts.of("counter.cancel"), null, this::ask);
        FlowPane acts = new FlowPane(8, 8, save, back);
        acts.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(panel(Texts.of("receive.q.unknown", gtin), new VBox(10, fields, acts)));
        name.requestFocus();
    }

    private Node named(String what, String text, TextField field, int columns) {
        field.setId("new-" + what + "-" + key);
        field.setAccessibleText(text);
        field.setPrefColumnCount(columns);
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, field);
    }

    private static Node panel(String title, Node content) {
        Label name = new Label(title);
        name.getStyleClass().add("note-question");
        VBox panel = new VBox(8, name, content);
        panel.getStyleClass().addAll("note", "accent", "note-form");
        return panel;
    }
}
