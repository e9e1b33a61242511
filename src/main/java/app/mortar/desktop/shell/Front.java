package app.mortar.desktop.shell;

import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.Toast;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What a room may ask of the window around it. On the user interface's thread. */
public interface Front {
    /**
     * Goes to a room, if there is one and the person may see it.
     *
     * @param about what to show there, see {@link Room#opened}
     */
    void go(Place place, @Nullable Object about);

    void toast(Toast toast);

    /** Somebody who can be asked where a file is to be, or which one is meant. */
    FileAsk files();

    /** Whether the database answers. Without it one can read what is there; posting waits. */
    ReadOnlyBooleanProperty online();

    /** Something found the database away: the banner goes up and the shell begins to try. */
    void lost();

    /** This program changed something: badges are read again, the room that is shown too. */
    void changed();

    /**
     * Keeps what is known about a mistake of the program in a file.
     *
     * @return the short code that the file is found by
     */
    String report(Throwable bug);
}
