package app.mortar.desktop.shell;

import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.work.Work;
import app.mortar.store.Transactions;
import java.nio.file.Path;

/**
 * What is the same for everybody who signs in at this workstation.
 *
 * @param transactions the open database
 * @param home the folder of this machine
 * @param pharmacy its name; may be empty
 * @param database what kind it is, as the status bar says it
 */
public record House(
        Transactions transactions,
        Work work,
        Time time,
        Formats formats,
        Pulse pulse,
        Services services,
        Rooms rooms,
        Path home,
        String pharmacy,
        String database) {}
