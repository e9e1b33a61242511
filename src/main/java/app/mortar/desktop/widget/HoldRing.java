package app.mortar.desktop.widget;

import java.time.Duration;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The time that is left of a hold, as a ring that drains clockwise: calm above five minutes, amber below, red in the
 * last one, grey and empty when it is over. Give it the time left once a second.
 */
public final class HoldRing extends StackPane {
    /** How near the end is. */
    public enum Stage {
        CALM,
        WARNING,
        DANGER,
        OVER;

        /** The stage when {@code left} is left. */
        public static Stage of(Duration left) {
            if (left.toMillis() <= 0) {
                return OVER;
            }
            return left.toSeconds() < 60 ? DANGER : left.toSeconds() < 300 ? WARNING : CALM;
        }

        /** The tone of the words beside the ring. */
        public Tone tone() {
            return switch (this) {
                case CALM -> Tone.ACCENT;
                case WARNING -> Tone.WARNING;
                case DANGER -> Tone.DANGER;
                case OVER -> Tone.NEUTRAL;
            };
        }

        /** The icon of the words beside the ring. */
        public String icon() {
            return switch (this) {
                case CALM, WARNING -> "hourglass-split";
                case DANGER -> "exclamation-triangle-fill";
                case OVER -> "x-circle";
            };
        }
    }

    private final Arc arc;
    private final Label figure = new Label();
    private final Label under = new Label();
    private final FontIcon icon;
    private final boolean large;
    private final String left;
    private final String over;

    private HoldRing(double size, double stroke, boolean large, String left, String over) {
        this.large = large;
        this.left = left;
        this.over = over;
        double radius = (size - stroke) / 2;
        Circle track = new Circle(size / 2, size / 2, radius);
        track.getStyleClass().add("ring-track");
        track.setStrokeWidth(stroke);
        arc = new Arc(size / 2, size / 2, radius, radius, 90, 360);
        arc.setType(ArcType.OPEN);
        arc.getStyleClass().add("ring-arc");
        arc.setStrokeWidth(stroke);
        Region frame = new Region();
        frame.setMinSize(size, size);
        frame.setMaxSize(size, size);
        icon = Icon.of("hourglass-split", large ? 18 : 13, Tone.ACCENT.style());
        getStyleClass().add("ring");
        setMaxSize(size, size);
        getChildren().addAll(frame, new Group(track, arc));
        if (large) {
            figure.getStyleClass().add("figure");
            under.getStyleClass().add("caption");
            VBox middle = new VBox(figure, under);
            middle.setAlignment(javafx.geometry.Pos.CENTER);
            middle.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
            getChildren().add(middle);
        } else {
            getChildren().add(icon);
        }
    }

    /**
     * The ring of 148 px with minutes and seconds in it.
     *
     * @param left the word under the figure while time is left
     * @param over the word when none is
     */
    public static HoldRing large(String left, String over) {
        return new HoldRing(148, 10, true, left, over);
    }

    /** The ring of 40 px for lists, with an icon in it. */
    public static HoldRing small() {
        return new HoldRing(40, 4, false, "", "");
    }

    /**
     * Draws the time left.
     *
     * @param whole how long the hold was given for
     */
    public void show(Duration leftNow, Duration whole) {
        Stage stage = Stage.of(leftNow);
        getStyleClass().removeAll("warning", "danger", "over");
        switch (stage) {
            case WARNING -> getStyleClass().add("warning");
            case DANGER -> getStyleClass().add("danger");
            case OVER -> getStyleClass().add("over");
            case CALM -> {
                // the ring's own colour
            }
        }
        double part = whole.isPositive() ? Math.clamp((double) leftNow.toMillis() / whole.toMillis(), 0, 1) : 0;
        // what is left ends at the top; the gap opens there and grows clockwise
        arc.setLength(stage == Stage.OVER ? 0 : 360 * part);
        if (large) {
            figure.setText(Formats.countdown(leftNow));
            under.setText(stage == Stage.OVER ? over : left);
        } else {
            icon.setIconLiteral("bi-" + (stage == Stage.OVER ? "x" : stage.icon()));
            icon.getStyleClass().removeAll("accent", "warning", "danger", "muted");
            icon.getStyleClass()
                    .add(stage == Stage.OVER ? "muted" : stage.tone().style());
        }
        setAccessibleText(Formats.countdown(leftNow) + " " + (stage == Stage.OVER ? over : left));
    }
}
