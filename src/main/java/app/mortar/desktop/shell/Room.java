package app.mortar.desktop.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * One screen. Made when somebody first goes there, kept until they sign out, so that what was half done is found again.
 * Everything is called on the user interface's thread.
 */
public interface Room {
    /** What it shows, from edge to edge (mostly a {@code Page}); always the same node. */
    Node node();

    /** What stands behind the title, such as the number of a draft. */
    default ReadOnlyStringProperty note() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /**
     * Somebody came here.
     *
     * @param about what they want to see, as given to {@link Front#go}: a {@code ProductId}, an order's id …; null for
     *     the room as it is
     */
    default void opened(@Nullable Object about) {}

    /** Somebody went elsewhere. */
    default void left() {}

    /** Nobody comes back: let go of listeners, rows and timers. */
    default void closed() {}

    /** Read again what is shown: F5, and whenever another workstation, the shop or this one changed something. */
    default void refresh() {}

    /**
     * A pack was scanned while this room was shown.
     *
     * @return false to leave it to the shell, which opens the product or the batch
     */
    default boolean scanned(Scanned scan) {
        return false;
    }

    /** F9: the room's primary act, if its turn has come. */
    default void post() {}

    /** Ctrl F: the cursor goes to the filter. */
    default void filter() {}

    /** Esc: goes back one step inside the room, if there is one; false to go to the room before. */
    default boolean back() {
        return false;
    }
}
