package app.mortar.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.h2.tools.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database file, open in this process, with a server for guests beside it. */
final class Owned implements OpenedStore {
    private static final Logger LOG = LoggerFactory.getLogger(Owned.class);
    private static final Duration GUESTS_MAY_STAY = Duration.ofSeconds(10);

    private final EmbeddedHome home;
    private final EmbeddedHome.Mark withdrawn;
    private final Link link;
    private final Connection anchor;
    private final Server server;
    private final Runnable release;

    private Owned(
            EmbeddedHome home,
            EmbeddedHome.Mark withdrawn,
            Link link,
            Connection anchor,
            Server server,
            Runnable release) {
        this.home = home;
        this.withdrawn = withdrawn;
        this.link = link;
        this.anchor = anchor;
        this.server = server;
        this.release = release;
    }

    /** Prepares the database, lets guests in and says where. */
    static Owned start(
            EmbeddedHome home,
            Use use,
            EmbeddedHome.Identity identity,
            Link link,
            Connection anchor,
            Consumer<Link> prepare,
            Runnable release)
            throws SQLException {
        Server server = null;
        try {
            prepare.accept(link);
            String key = EmbeddedHome.randomText();
            String name = home.file().toString().replaceAll("\\.mv\\.db$", "");
            server = Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifExists", "-key", key, name)
                    .start();
            long pid = ProcessHandle.current().pid();
            home.write(new EmbeddedHome.Mark(use, pid, OptionalInt.of(server.getPort()), key));
            EmbeddedHome.Mark withdrawn = new EmbeddedHome.Mark(use, pid, OptionalInt.empty(), "");
            return new Owned(home, withdrawn, link, anchor, server, release);
        } catch (RuntimeException | SQLException e) {
            if (server != null) {
                server.stop();
            }
            shutDown(anchor);
            throw e;
        }
    }

    @Override
    public Link link() {
        return link;
    }

    /** Lets nobody in any more, waits a moment for those who are, closes the file and takes the mark away. */
    @Override
    public void close() {
        home.write(withdrawn);
        long deadline = System.nanoTime() + GUESTS_MAY_STAY.toNanos();
        while (hasGuests() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        server.stop();
        boolean clean = shutDown(anchor);
        if (clean) {
            home.removeMark();
        }
        release.run();
    }

    private boolean hasGuests() {
        try (Statement statement = anchor.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from information_schema.sessions where session_id <> session_id()")) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean shutDown(Connection anchor) {
        try {
            EmbeddedDatabase.execute(anchor, "shutdown");
            return true;
        } catch (SQLException e) {
            LOG.warn("The database file was not closed cleanly; it will be looked at closely at the next start", e);
            return false;
        }
    }
}
