package app.mortar.desktop;

import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.kernel.Actor;
import app.mortar.settings.Settings;
import app.mortar.store.Changes;
import app.mortar.store.Transactions;
import java.util.List;
import java.util.Optional;

/** What the windows stand on: an open database, its desks, and what runs beside them. */
public interface Ground extends AutoCloseable {
    Transactions transactions();

    /** As they hold now. */
    Settings settings();

    Desks desks();

    Doorkeeper door();

    Changes changes();

    /** Whom the database knows this workstation as, for what no person asks. */
    Actor workstation();

    /** What kind of database it is, in a word. */
    String database();

    /** Whether the books are only this machine's, so that nobody else sends alerts. */
    boolean alone();

    /** Where the shop's API answers; empty when it does not from here. */
    Optional<String> api();

    /** What is odd about this start, in sentences, such as a port that is taken. */
    List<String> remarks();

    @Override
    void close();
}
