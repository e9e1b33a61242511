package app.mortar.desktop.settings;

import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pieces of a form: a name over its field, what is right under it, why the last try was refused. */
final class Fields {
    /** The width of a card that is filled in. */
    static final double FORM = 380;

    private Fields() {}

    /** A field with its name above it. */
    static VBox named(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        return new VBox(4, label, field);
    }

    static TextField text(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static PasswordField secret(String id, StringProperty value) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    static CheckBox tick(String id, String words, Property<Boolean> value) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setAccessibleText(words);
        box.selectedProperty().bindBidirectional(value);
        return box;
    }

    /** Muted words that may take more than one line. */
    static Label hint(String words) {
        Label hint = new Label(words);
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }

    /** Why not; takes no room while there is nothing to say. */
    static Label refusal(String id, ReadOnlyStringProperty no) {
        Label refused = new Label();
        refused.setId(id);
        refused.getStyleClass().add("bad-text");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.textProperty().bind(no);
        refused.visibleProperty().bind(no.isNotEmpty());
        refused.managedProperty().bind(no.isNotEmpty());
        return refused;
    }

    /** Acts in a row, the last one the most likely. */
    static HBox acts(Node... acts) {
        HBox row = new HBox(8, acts);
        row.setAlignment(Pos.CENTER_RIGHT);
        return row;
    }

    /** A list at the left that takes the room, a form at the right. */
    static HBox beside(Node list, Node... forms) {
        VBox right = new VBox(16, forms);
        right.setMinWidth(FORM);
        right.setPrefWidth(FORM);
        right.setMaxWidth(FORM);
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox whole = new HBox(16, list, right);
        whole.setFillHeight(true);
        return whole;
    }
}
