package app.mortar.report;

import app.mortar.store.Tx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.hibernate.JDBCException;
import org.hibernate.exception.GenericJDBCException;

/** The books at one moment, as a report reads them: every question in it sees the same rows. */
final class Reading implements AutoCloseable {
    private final Connection connection;
    private final Tx tx;
    private final Period period;
    private final ZoneId zone;
    private final Instant now;
    private final LocalDate today;
    private final List<AutoCloseable> open = new ArrayList<>();

    Reading(Connection connection, Tx tx, Period period) {
        this.connection = connection;
        this.tx = tx;
        this.period = period;
        this.zone = tx.zone();
        this.now = tx.now();
        this.today = tx.today();
    }

    /** The transaction, for lists that a desk reads. */
    Tx tx() {
        return tx;
    }

    Period period() {
        return period;
    }

    LocalDate today() {
        return today;
    }

    /** Makes a row of what was found. */
    @FunctionalInterface
    interface Making<R> {
        R of(Found found) throws SQLException;
    }

    /**
     * Rows that are read while somebody takes them; each time somebody begins, the question is asked again. It may
     * name {@code :start}, {@code :end}, {@code :today} and {@code :now}.
     */
    <R> Iterable<R> rows(String sql, Making<R> making) {
        Map<String, Object> said = new HashMap<>();
        said.put("start", period.start(zone));
        said.put("end", period.end(zone));
        said.put("today", today);
        said.put("now", now);
        return () -> {
            try {
                return new Cursor<>(new Question(sql, said).on(connection), making);
            } catch (SQLException e) {
                throw failed(e);
            }
        };
    }

    /** All of them at once: for sums. */
    <R> List<R> all(String sql, Making<R> making) {
        List<R> all = new ArrayList<>();
        rows(sql, making).forEach(all::add);
        return all;
    }

    private final class Cursor<R> implements Iterator<R> {
        private final PreparedStatement statement;
        private final Found found;
        private final Making<R> making;
        private boolean there;

        Cursor(PreparedStatement statement, Making<R> making) throws SQLException {
            this.statement = statement;
            this.making = making;
            open.add(statement);
            ResultSet rows = statement.executeQuery();
            this.found = new Found(rows, zone);
            step();
        }

        private void step() throws SQLException {
            there = found.next();
            if (!there) {
                statement.close();
            }
        }

        @Override
        public boolean hasNext() {
            return there;
        }

        @Override
        public R next() {
            if (!there) {
                throw new NoSuchElementException();
            }
            try {
                R row = making.of(found);
                step();
                return row;
            } catch (SQLException e) {
                throw failed(e);
            }
        }
    }

    private static JDBCException failed(SQLException e) {
        return new GenericJDBCException("A report could not be read.", e);
    }

    /** Ends what nobody has read to its end. */
    @Override
    public void close() {
        for (AutoCloseable statement : open) {
            try {
                statement.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
