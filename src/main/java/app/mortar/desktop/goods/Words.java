package app.mortar.desktop.goods;

import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Tone;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Small pieces of lines: two rows of words, and the place where a room says something. */
public final class Words {
    private Words() {}

    /** What something is, and under it what tells it from its siblings; what is cut is read under the pointer. */
    public static VBox two(Label first, Label second) {
        first.getStyleClass().add("medium");
        second.getStyleClass().add("caption");
        first.textTruncatedProperty()
                .addListener((property, was, is) -> first.setTooltip(is ? new Tooltip(first.getText()) : null));
        VBox words = new VBox(1, first, second);
        words.setMinWidth(0);
        words.setMaxHeight(Region.USE_PREF_SIZE);
        return words;
    }

    /** A label that may not be cut. */
    public static Label whole(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** The note in which a room says what must be said; nothing while there is nothing. */
    public static VBox place(String id, ObservableValue<@Nullable Says> says) {
        VBox place = new VBox();
        says.addListener((property, was, is) -> show(place, id, is));
        show(place, id, says.getValue());
        return place;
    }

    private static void show(VBox place, String id, @Nullable Says says) {
        place.getChildren().clear();
        place.setManaged(says != null);
        if (says != null) {
            place.getChildren().add(note(id, says));
        }
    }

    /** Puts the cursor into the first field or button of {@code part}, once it is on screen. */
    public static void enter(Node part) {
        Platform.runLater(() -> first(part).ifPresent(Node::requestFocus));
    }

    private static Optional<Node> first(Node part) {
        if (part instanceof Control control && control.isFocusTraversable() && !control.isDisabled()) {
            return Optional.of(part);
        }
        return part instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(Words::first)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    /** A note with these words, in its tone. */
    public static Note note(String id, Says says) {
        if (says.tone() == Tone.DANGER) {
            return Note.stop(id, says.title(), says.evidence());
        }
        if (says.tone() == Tone.WARNING) {
            return Note.warning(id, says.title(), says.evidence());
        }
        return says.evidence().isEmpty()
                ? Note.remark(id, says.title())
                : Note.question(id, says.title(), says.evidence());
    }
}
