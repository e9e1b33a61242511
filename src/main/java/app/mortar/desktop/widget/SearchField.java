package app.mortar.desktop.widget;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;

/** A field that filters a list: says what was typed once nobody has typed for 200 ms; Esc empties it. */
public final class SearchField extends HBox {
    private final TextField field = new TextField();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final PauseTransition pause = new PauseTransition(Duration.millis(200));

    public SearchField(String id, String prompt) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        getStyleClass().addAll("entry", "plain");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(Icon.of("search", 13, "muted"), field);
        pause.setOnFinished(event -> settle());
        field.textProperty().addListener((property, old, now) -> pause.playFromStart());
        field.setOnAction(event -> settle());
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                settle();
                event.consume();
            }
        });
    }

    /** What is looked for, without blanks around it; empty for everything. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    public TextField field() {
        return field;
    }

    /** Writes {@code text} as if it had been typed, and says so at once. */
    public void look(String text) {
        field.setText(text);
        settle();
    }

    /** For Ctrl F: the cursor goes in, what is there is selected. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void settle() {
        pause.stop();
        words.set(field.getText().strip());
    }
}
