package app.mortar.desktop.widget;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Buttons: one primary per screen; secondary with an edge; quiet without; danger for the final act only. */
public final class Press extends Button {
    private final Label word = new Label();
    private final @Nullable String key;

    private Press(String style, String id, String text, @Nullable String icon, @Nullable String key, Runnable act) {
        this.key = key;
        setId(id);
        getStyleClass().addAll("press", style);
        HBox line = new HBox();
        line.getStyleClass().add("press-line");
        line.setMouseTransparent(true);
        if (icon != null) {
            line.getChildren().add(Icon.of(icon));
        }
        if (!text.isEmpty()) {
            word.getStyleClass().add("press-word");
            word.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(word);
        }
        if (key != null) {
            line.getChildren().add(new KeyCap(key));
        }
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
        say(text);
        setOnAction(event -> act.run());
    }

    /** The one act of a screen, drawn large; {@code key} is shown as a cap, mostly F9. */
    public static Press primary(String id, String text, @Nullable String key, Runnable act) {
        Press press = new Press("primary", id, text, null, key, act);
        press.getStyleClass().add("big");
        return press;
    }

    /** The final act that destroys or gives up something. */
    public static Press danger(String id, String text, @Nullable String key, Runnable act) {
        return new Press("danger", id, text, null, key, act);
    }

    public static Press secondary(String id, String text, @Nullable String icon, Runnable act) {
        return new Press("secondary", id, text, icon, null, act);
    }

    /** A secondary button with a key, such as the answer to a question. */
    public static Press answer(String id, String text, @Nullable String key, Runnable act) {
        return new Press("secondary", id, text, null, key, act);
    }

    public static Press quiet(String id, String text, @Nullable String icon, Runnable act) {
        return new Press("quiet", id, text, icon, null, act);
    }

    /** A quiet button that is only an icon: {@code text} is what it says to a screen reader and in its tooltip. */
    public static Press icon(String id, String icon, String text, Runnable act) {
        Press press = new Press("quiet", id, "", icon, null, act);
        press.getStyleClass().add("icon-only");
        press.setAccessibleText(text);
        press.setTooltip(new Tooltip(text));
        return press;
    }

    /** Large, as the primary one is. */
    public Press big() {
        getStyleClass().add("big");
        return this;
    }

    /** Without its words, which become its tooltip. */
    public Press onlyIcon() {
        word.setVisible(false);
        word.setManaged(false);
        getStyleClass().add("icon-only");
        setTooltip(new Tooltip(word.getText()));
        return this;
    }

    /** 28 px high. */
    public Press small() {
        getStyleClass().add("small");
        return this;
    }

    /** As wide as there is room. */
    public Press wide() {
        setMaxWidth(Double.MAX_VALUE);
        return this;
    }

    /** Changes between primary and secondary, for acts whose turn comes and goes. */
    public void makePrimary(boolean primary) {
        getStyleClass().removeAll("primary", "secondary");
        getStyleClass().add(primary ? "primary" : "secondary");
    }

    /** Changes the words. */
    public void say(String text) {
        word.setText(text);
        setAccessibleText(key == null ? text : text + " (" + key + ")");
    }

    /** What is inside, for tests. */
    Node line() {
        return getGraphic();
    }
}
