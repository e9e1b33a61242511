package app.mortar.desktop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/** Walks through a window with the Tab key alone. */
public final class EveryControl {
    private static final int FAR_ENOUGH = 120;

    private EveryControl() {}

    /** The controls of the room that Tab does not come to, by id or kind; empty when it comes to all of them. */
    public static List<String> missed(Workstation station) {
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < FAR_ENOUGH; i++) {
            Toolkit.run(() -> new Robot().keyType(KeyCode.TAB));
            station.settle();
            Node here = Toolkit.call(() -> station.stage.getScene().getFocusOwner());
            if (here != null && !reached.add(here) && i > 5) {
                break;
            }
        }
        return Toolkit.call(() -> {
            List<String> missed = new ArrayList<>();
            look(station.stage.getScene().getRoot().lookup(".page"), reached, missed);
            return missed;
        });
    }

    private static void look(Node node, Set<Node> reached, List<String> missed) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean control = node instanceof Button
                || node instanceof ComboBoxBase<?>
                || node instanceof ListView<?>
                || (node instanceof TextField && !(node.getParent() instanceof ComboBoxBase<?>));
        if (control && !reached.contains(node)) {
            missed.add(node.getId() == null ? node.getClass().getSimpleName() : node.getId());
        }
        if (node instanceof Parent parent && !(node instanceof ListView<?>) && !(node instanceof ComboBoxBase<?>)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, reached, missed));
        }
    }
}
