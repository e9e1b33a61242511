package app.mortar.store;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a kill or a power cut H2 may open and read well, and yet the first update of some row spins for ever (seen
 * twice in about 250 kills; h2database issue 3853). So every row that may be updated is touched once, under a
 * watchdog; when that hangs, the file is written anew, which heals it. Because a hang spins, what runs out is processor
 * time: an update that a busy machine is slow with is not taken for one.
 */
final class UncleanStop {
    private static final Logger LOG = LoggerFactory.getLogger(UncleanStop.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(20);
    private static final int ROWS_PER_SECOND = 5_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Duration LET_GO = Duration.ofSeconds(30);

    /** Nobody waits for ever, even for one that neither ends nor spins. */
    private static final int BUSIEST_MACHINE = 30;

    private final Link link;
    private final Duration atLeast;

    UncleanStop(Link link) {
        this(link, AT_LEAST);
    }

    UncleanStop(Link link, Duration atLeast) {
        this.link = link;
        this.atLeast = atLeast;
    }

    /** Opens the database, heals it if it must be, and hands over a connection to it. */
    Connection recover() throws SQLException {
        LOG.warn("Mortar was not stopped cleanly the last time; the database is looked at closely");
        Connection connection = link.connect();
        if (answers(connection)) {
            LOG.info("The database is well");
            return connection;
        }
        LOG.warn("The database does not answer to an update; it is written anew, which may take some minutes");
        EmbeddedDatabase.execute(link.connect(), "shutdown defrag");
        Connection healed = link.connect();
        if (!answers(healed)) {
            throw new CannotOpen("The database was damaged by an unclean stop and could not be mended. Keep a copy of"
                    + " Mortar's home and bring back a backup.");
        }
        LOG.warn("The database is well again");
        return healed;
    }

    /** Touches every row; when that does not work the database is closed, and nothing of the try goes on in it. */
    private boolean answers(Connection connection) throws SQLException {
        for (Table table : tables(connection)) {
            CompletableFuture<Void> touched = new CompletableFuture<>();
            Thread probe =
                    Thread.ofPlatform().daemon().name("unclean-stop-probe").start(() -> touch(table, touched));
            try {
                if (!done(touched, probe, atLeast.plusSeconds(table.rows() / ROWS_PER_SECOND))) {
                    LOG.warn("An update of {} hangs", table.name());
                    EmbeddedDatabase.execute(connection, "shutdown immediately");
                    probe.join(LET_GO);
                    return false;
                }
            } catch (ExecutionException e) {
                LOG.warn("An update of {} fails", table.name(), e.getCause());
                EmbeddedDatabase.execute(connection, "shutdown immediately");
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotOpen("The look at the database was interrupted.", e);
            }
        }
        return true;
    }

    /** Whether it ended, before it had used up that much of the processor. */
    private static boolean done(CompletableFuture<Void> touched, Thread probe, Duration patience)
            throws ExecutionException, InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long latest = System.nanoTime() + patience.multipliedBy(BUSIEST_MACHINE).toNanos();
        while (true) {
            try {
                touched.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException notYet) {
                boolean spins = threads.getThreadCpuTime(probe.threadId()) > patience.toNanos();
                if (spins || System.nanoTime() - latest > 0) {
                    return false;
                }
            }
        }
    }

    /** An update that changes nothing, and is taken back. */
    private void touch(Table table, CompletableFuture<Void> touched) {
        try (Connection connection = link.connect()) {
            connection.setAutoCommit(false);
            EmbeddedDatabase.execute(
                    connection,
                    "update \"" + table.name() + "\" set \"" + table.column() + "\" = \"" + table.column() + "\"");
            connection.rollback();
            touched.complete(null);
        } catch (SQLException | RuntimeException e) {
            touched.completeExceptionally(e);
        }
    }

    private record Table(String name, String column, long rows) {}

    /** All tables but those that refuse updates anyway: their rows are never changed, so none can hang. */
    private static List<Table> tables(Connection connection) throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    select t.table_name, c.column_name, t.row_count_estimate
                    from information_schema.tables t
                    join information_schema.columns c on c.table_schema = t.table_schema
                        and c.table_name = t.table_name and c.ordinal_position = 1
                    where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                        and t.table_name not in (select event_object_table from information_schema.triggers
                            where event_object_schema = 'public')
                    order by t.table_name\
                    """)) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2), rows.getLong(3)));
            }
        }
        return tables;
    }
}
