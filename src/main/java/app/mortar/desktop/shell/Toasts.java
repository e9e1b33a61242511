package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.widget.Tone;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * What was done, at the foot of the room, in its middle: sums stand left of there and acts at the right. Six seconds
 * each, longer under the pointer or with the cursor in, three at most; a click puts one away.
 */
final class Toasts extends VBox {
    private static final int MOST = 3;

    Toasts() {
        super(10);
        setId("toasts");
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(Toast toast) {
        Label title = new Label(toast.title());
        title.getStyleClass().add("toast-title");
        title.setWrapText(true);
        VBox words = new VBox(2, title);
        if (!toast.second().isEmpty()) {
            Label second = new Label(toast.second());
            second.getStyleClass().add("caption");
            second.setWrapText(true);
            words.getChildren().add(second);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(Icon.of(icon(toast.tone()), 16, toast.tone().style()), words);
        box.getStyleClass().add("toast");
        box.setAccessibleText(toast.title() + " " + toast.second());
        Runnable away = () -> getChildren().remove(box);
        Runnable then = toast.then();
        if (toast.act() != null && then != null) {
            Hyperlink link = new Hyperlink(toast.act());
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(event -> {
                away.run();
                then.run();
            });
            box.getChildren().add(link);
        }
        box.getChildren().add(Press.icon("toast-close", "x", Texts.of("shell.close"), away));
        box.setOnMouseClicked(event -> away.run());
        getChildren().add(box);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        leaveLater(box, away);
    }

    private static void leaveLater(Node box, Runnable away) {
        PauseTransition pause = new PauseTransition(Duration.seconds(6));
        pause.setOnFinished(event -> away.run());
        var held = Bindings.or(box.hoverProperty(), box.focusWithinProperty());
        held.addListener((property, was, is) -> {
            if (is) {
                pause.stop();
            } else {
                pause.playFromStart();
            }
        });
        // the binding lives as long as its box
        box.getProperties().put("held", held);
        pause.play();
    }

    private static String icon(Tone tone) {
        return switch (tone) {
            case SUCCESS -> "check-circle-fill";
            case WARNING -> "exclamation-triangle-fill";
            case DANGER, SOLID -> "x-octagon-fill";
            case ACCENT, NEUTRAL, PLAIN -> "arrow-counterclockwise";
        };
    }
}
