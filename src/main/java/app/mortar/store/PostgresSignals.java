package app.mortar.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells and hears over PostgreSQL's NOTIFY, each on a connection of its own: NOTIFY takes a lock of the whole database
 * at its commit, so it is never part of a transaction that books something. While the line is down nobody hears
 * anything; once it is up again, whoever listens is told to look at everything.
 */
final class PostgresSignals implements Changes.Signals {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final String CHANNEL = "mortar_changed";
    private static final int WAIT_MILLIS = 1000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Link link;
    private final String self = UUID.randomUUID().toString();
    private @Nullable Connection telling;
    private volatile boolean closed;
    private volatile @Nullable Thread ear;

    PostgresSignals(Link link) {
        this.link = link;
    }

    @Override
    public synchronized void tell() {
        try {
            Connection line = telling;
            if (line == null || line.isClosed()) {
                line = link.connect();
                telling = line;
            }
            notify(line);
        } catch (SQLException e) {
            quietly(telling);
            telling = null;
            throw new StoreUnavailable(StoreUnavailable.Reason.AWAY, "Nobody could be told of a change.", e);
        }
    }

    private void notify(Connection line) throws SQLException {
        try (Statement statement = line.createStatement()) {
            statement.execute("notify " + CHANNEL + ", '" + self + "'");
        }
    }

    @Override
    public synchronized void listen(Runnable heard) {
        if (ear == null && !closed) {
            ear = Thread.ofPlatform().daemon().name("changes of others").start(() -> hear(heard));
        }
    }

    private void hear(Runnable heard) {
        boolean wasDown = false;
        while (!closed) {
            try (Connection line = link.connect();
                    Statement statement = line.createStatement()) {
                statement.execute("listen " + CHANNEL);
                if (wasDown) {
                    LOG.info("Changes of other workstations are heard again.");
                    heard.run();
                }
                wasDown = false;
                waitOn(line, heard);
            } catch (SQLException e) {
                if (!closed && !wasDown) {
                    LOG.warn("Changes of other workstations are not heard: {}", e.getMessage());
                }
                wasDown = true;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void waitOn(Connection line, Runnable heard) throws SQLException {
        PGConnection postgres = line.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] told = postgres.getNotifications(WAIT_MILLIS);
            if (Arrays.stream(told).anyMatch(one -> !one.getParameter().equals(self))) {
                heard.run();
            } else if (told.length == 0 && !line.isValid(5)) {
                throw new SQLException("The line is dead.", "08006");
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        quietly(telling);
    }

    private static void quietly(@Nullable Connection line) {
        try {
            if (line != null) {
                line.close();
            }
        } catch (SQLException e) {
            LOG.debug("A line was closed already.", e);
        }
    }
}
