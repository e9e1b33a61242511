package app.mortar.desktop.widget;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * The large field where a pack is scanned or its name typed. Scans do not come through it (the shell catches them
 * wherever the cursor is, and hands them to the room); what is typed and ended with Enter does.
 */
public final class ScanField extends HBox {
    private final TextField field = new TextField();

    /**
     * A field.
     *
     * @param hint at its right end, such as how to multiply
     * @param typed takes what was typed, without blanks around it, at Enter
     */
    public ScanField(String id, String prompt, String hint, Consumer<String> typed) {
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        getStyleClass().addAll("entry", "scan", "armed");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label help = new Label(hint);
        help.getStyleClass().add("caption");
        help.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icon.of("upc-scan", 16, "accent"), field, help);
        field.setOnAction(event -> {
            String text = field.getText().strip();
            if (!text.isEmpty()) {
                typed.accept(text);
            }
        });
    }

    public TextField field() {
        return field;
    }

    /** Whether a scan lands here now: it then looks focused. */
    public void armed(boolean armed) {
        getStyleClass().remove("armed");
        if (armed) {
            getStyleClass().add("armed");
        }
    }
}
