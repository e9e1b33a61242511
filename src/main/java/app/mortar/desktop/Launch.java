package app.mortar.desktop;

import app.mortar.desktop.entry.SharedAddress;
import java.nio.file.Path;
import java.util.Optional;

/** How the program under the windows is started: implemented where everything is wired. All of it takes time. */
public interface Launch {
    /** The folder of this machine. */
    Path home();

    /** Whether nothing was ever begun here: no database, and no address of one. */
    boolean firstRun();

    /**
     * Opens the database that this machine's settings name, and whatever runs beside the windows.
     *
     * @throws RuntimeException whose message says what a person has to do
     */
    Ground open();

    /** The same on a throw-away database with the demonstration. */
    Ground demo();

    /** Tries a shared database: what exactly is wrong, as a sentence; empty when it can be used. */
    Optional<String> tryShared(SharedAddress address);

    /** Keeps the address of the shared database for this and all later starts. */
    void keepShared(SharedAddress address);
}
