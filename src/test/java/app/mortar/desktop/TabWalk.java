package app.mortar.desktop;

import java.util.LinkedHashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** Presses Tab until the cursor is where it began, and says where it was. */
public final class TabWalk {
    private static final int MOST = 200;

    private TabWalk() {}

    /** The test ids of everything the cursor comes to. */
    public static Set<String> from(FxRobot robot, Stage stage) {
        Set<String> seen = new LinkedHashSet<>();
        Node first = null;
        for (int i = 0; i < MOST; i++) {
            robot.type(KeyCode.TAB);
            Node owner = Toolkit.call(() -> stage.getScene().getFocusOwner());
            if (owner == null || owner.equals(first)) {
                break;
            }
            first = first == null ? owner : first;
            if (owner.getId() != null) {
                seen.add(owner.getId());
            }
        }
        return seen;
    }
}
