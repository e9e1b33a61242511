package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that is read from the database, in its four states: being read (a skeleton, after 150 ms), there, empty
 * (what fills it, and one act), not to be had (the reason, and "Try again"). What was there before stays visible while
 * it is read again.
 */
public final class Stated extends StackPane {
    private static final double[] SKELETON = {1, 0.79, 0.93, 0.63};

    private final Node content;
    private final PauseTransition patience = new PauseTransition(Duration.millis(150));
    private final Label stale = new Label();
    private @Nullable Node over;
    private boolean everThere;

    public Stated(Node content) {
        this.content = content;
        content.setVisible(false);
        stale.getStyleClass().add("stale");
        stale.setMaxWidth(Double.MAX_VALUE);
        StackPane.setAlignment(stale, Pos.TOP_LEFT);
        getChildren().add(content);
    }

    /** It is being read. Until something was there once, a skeleton shows, but not for a blink only. */
    public void loading(String what) {
        if (everThere) {
            return;
        }
        patience.setOnFinished(event -> show(skeleton(what)));
        patience.playFromStart();
    }

    /** It is there. */
    public void ready() {
        everThere = true;
        show(null);
    }

    /** There is nothing, and that is how to fill it; {@code act} may be null. */
    public void empty(String icon, String title, String sentence, @Nullable Node act) {
        everThere = true;
        show(message(Icon.of(icon, 20, "muted"), title, sentence, act));
    }

    /**
     * It could not be read.
     *
     * @param reason as the machine gave it
     * @param again reads it again
     */
    public void failed(String title, String reason, Runnable again) {
        if (everThere && content.isVisible()) {
            patience.stop();
            stale.setText(title + " " + reason);
            if (!getChildren().contains(stale)) {
                getChildren().add(stale);
            }
            return;
        }
        Press press = Press.secondary("try-again", Texts.of("shell.try-again"), "arrow-clockwise", again);
        show(message(Icon.of("exclamation-triangle-fill", 20, "warning"), title, reason, press));
    }

    private void show(@Nullable Node instead) {
        patience.stop();
        getChildren().remove(stale);
        if (over != null) {
            getChildren().remove(over);
        }
        over = instead;
        content.setVisible(instead == null);
        if (instead != null) {
            getChildren().add(instead);
        }
    }

    private static Node message(Node icon, String title, String sentence, @Nullable Node act) {
        Label name = new Label(title);
        name.getStyleClass().add("stated-title");
        Label words = new Label(sentence);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        words.setMaxWidth(420);
        words.setAlignment(Pos.CENTER);
        VBox box = new VBox(icon, name, words);
        if (act != null) {
            VBox.setMargin(act, new javafx.geometry.Insets(6, 0, 0, 0));
            box.getChildren().add(act);
        }
        box.getStyleClass().add("stated");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private static Node skeleton(String what) {
        VBox box = new VBox(14);
        box.setPadding(new javafx.geometry.Insets(16));
        for (double width : SKELETON) {
            Region bar = new Region();
            bar.getStyleClass().add("skeleton");
            bar.maxWidthProperty().bind(box.widthProperty().multiply(0.8 * width));
            box.getChildren().add(bar);
        }
        Label words = new Label(what);
        words.getStyleClass().add("caption");
        box.getChildren().add(words);
        box.setFillWidth(true);
        return box;
    }
}
