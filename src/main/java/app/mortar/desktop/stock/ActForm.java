package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A form under the head of a product: fields in a row, why the last try was refused, the act at the right (F9). */
final class ActForm {
    private final ObjectProperty<Runnable> done = new SimpleObjectProperty<>(() -> {});
    private final FlowPane fields = new FlowPane(12, 8);
    private final Press press;
    private final Card card;

    /**
     * A form.
     *
     * @param name its texts and test ids
     * @param about what it is about, for the note in its head
     * @param dangerous whether the act destroys something
     */
    ActForm(ProductViewModel model, String name, String about, boolean dangerous, Runnable act) {
        press = dangerous
                ? Press.danger("form-post", Texts.of("stock.form." + name + ".act"), "F9", act)
                : Press.primary("form-post", Texts.of("stock.form." + name + ".act"), "F9", act);
        press.disableProperty().bind(model.acting());
        Press away = Press.quiet("form-cancel", Texts.of("stock.form.cancel"), null, () -> done.get()
                .run());
        Label refused = new Label();
        refused.setId("form-refused");
        refused.getStyleClass().add("bad-text");
        refused.setWrapText(true);
        refused.textProperty().bind(model.refused());
        refused.managedProperty().bind(refused.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox acts = new HBox(12, refused, gap, away, press);
        acts.setAlignment(Pos.CENTER_LEFT);
        card = Card.of(Texts.of("stock.form." + name), new VBox(12, fields, acts));
        card.note().setText(about);
    }

    /** Adds a field with its name above it. */
    ActForm with(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        fields.getChildren().add(new VBox(4, label, field));
        return this;
    }

    /** A text field of that width. */
    static TextField field(String id, double width, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setPrefWidth(width);
        return field;
    }

    /** A whole number above nothing; empty for anything else. */
    static OptionalInt units(TextField field) {
        try {
            int units = Integer.parseInt(field.getText().strip());
            return units > 0 ? OptionalInt.of(units) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    void whenDone(Runnable then) {
        done.set(then);
    }

    /** The act was done: the form goes away. */
    void close() {
        done.get().run();
    }

    Node card() {
        return card;
    }

    void focus() {
        fields.lookupAll(".text-input").stream().findFirst().ifPresent(Node::requestFocus);
    }

    void post() {
        press.fire();
    }
}
