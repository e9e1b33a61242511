package app.mortar.desktop.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** What floats over the work, one thing at a time; Esc or a click beside it takes it away. */
final class Overlay extends StackPane {
    private @Nullable Node before;

    Overlay() {
        setVisible(false);
        setPadding(new Insets(80, 20, 20, 20));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                away();
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                away();
            }
        });
    }

    /** Shows {@code what} and puts the cursor in {@code first}. */
    void show(Region what, Node first) {
        before = getScene() == null ? null : getScene().getFocusOwner();
        getChildren().setAll(what);
        StackPane.setAlignment(what, Pos.TOP_CENTER);
        getStyleClass().setAll("veil");
        setVisible(true);
        first.requestFocus();
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Takes it away; the cursor goes back to where it was. */
    void away() {
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
        before = null;
    }
}
