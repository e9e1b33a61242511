package app.mortar.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A question or a remark under the line that it is about: bold question, one line of evidence, answers as buttons with
 * the digit keys 1 to 9. Never a box in front of everything.
 */
public final class Note extends HBox {
    private final List<Button> answers = new ArrayList<>();
    private final HBox buttons = new HBox(8);
    private final VBox words = new VBox(2);
    private final String id;

    private Note(String id, Tone tone, String icon, String question, String evidence) {
        this.id = id;
        setId(id);
        getStyleClass().addAll("note", tone.style());
        setAccessibleText(question + " " + evidence);
        Label ask = new Label(question);
        ask.getStyleClass().add("note-question");
        ask.setWrapText(true);
        words.getChildren().add(ask);
        if (!evidence.isEmpty()) {
            Label why = new Label(evidence);
            why.getStyleClass().add("note-evidence");
            why.setWrapText(true);
            words.getChildren().add(why);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        buttons.getStyleClass().add("note-answers");
        buttons.setManaged(false);
        getChildren().addAll(Icon.of(icon, 16, tone.style()), words, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /** Something to decide. */
    public static Note question(String id, String question, String evidence) {
        return new Note(id, Tone.ACCENT, "question-circle", question, evidence);
    }

    /** A warning with its reason. */
    public static Note warning(String id, String question, String evidence) {
        return new Note(id, Tone.WARNING, "exclamation-triangle-fill", question, evidence);
    }

    /** Stop. */
    public static Note stop(String id, String question, String evidence) {
        return new Note(id, Tone.DANGER, "exclamation-octagon-fill", question, evidence);
    }

    /** Worth knowing; nothing to decide. */
    public static Note remark(String id, String text) {
        return new Note(id, Tone.ACCENT, "info-circle-fill", text, "");
    }

    /** All is well. */
    public static Note good(String id, String text) {
        return new Note(id, Tone.SUCCESS, "check-circle-fill", text, "");
    }

    /** Adds an answer; its digit is its place. */
    public Note answer(String text, Runnable act) {
        return answer(Press.answer(id + "-" + (answers.size() + 1), text, digit(), act));
    }

    /** Adds a quiet answer, such as "not now". */
    public Note otherwise(String text, Runnable act) {
        Press press = Press.answer(id + "-" + (answers.size() + 1), text, digit(), act);
        press.getStyleClass().remove("secondary");
        press.getStyleClass().add("quiet");
        return answer(press);
    }

    /** Puts the answers under the words, where there is little room beside them. */
    public Note below() {
        getChildren().remove(buttons);
        words.setSpacing(8);
        words.getChildren().add(buttons);
        words.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .forEach(label -> label.setMinHeight(USE_PREF_SIZE));
        return this;
    }

    /** Puts a field before the answers, such as the choice of a reason. */
    public Note with(javafx.scene.Node field) {
        buttons.getChildren().add(field);
        buttons.setManaged(true);
        return this;
    }

    /** Presses the answer of that digit, 1 to 9; false when there is none. The shell and a list's keys call it. */
    public boolean press(int digit) {
        if (digit < 1 || digit > answers.size() || answers.get(digit - 1).isDisabled()) {
            return false;
        }
        answers.get(digit - 1).fire();
        return true;
    }

    private String digit() {
        return Integer.toString(answers.size() + 1);
    }

    private Note answer(Press press) {
        answers.add(press);
        buttons.getChildren().add(press);
        buttons.setManaged(true);
        buttons.setMinWidth(USE_PREF_SIZE);
        return this;
    }

    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
        KeyCode code = event.getCode();
        if (!typing && code.isDigitKey() && press(code.getChar().charAt(0) - '0')) {
            event.consume();
        }
    }
}
