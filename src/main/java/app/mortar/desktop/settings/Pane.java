package app.mortar.desktop.settings;

import app.mortar.desktop.shell.Scanned;
import javafx.scene.Node;

/** What one part of the room shows, and what the room passes on to it. On the user interface's thread. */
interface Pane {
    /** Always the same node. */
    Node node();

    /** Somebody looks at it from now on: read what it shows. */
    default void shown() {}

    /** Nobody looks at it any more. */
    default void hidden() {}

    /** Read again what is shown. */
    default void refresh() {}

    /** F9: its primary act, if its turn has come. */
    default void post() {}

    /** Ctrl F: the cursor goes to where its list is narrowed. */
    default void filter() {}

    /** A pack was scanned; false to leave it to the shell. */
    default boolean scanned(Scanned scan) {
        return false;
    }
}
