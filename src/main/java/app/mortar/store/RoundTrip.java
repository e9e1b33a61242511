package app.mortar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * Questions that go to the database together, as they stand: for what every checkout asks, where the library's
 * translation and the waiting for each answer would cost more than the answers do. PostgreSQL gets all of them in one
 * message; an embedded database is near enough to be asked one by one. They are sent when the first answer is wanted.
 *
 * <p>Each question sees what is committed when its turn comes: a second one may count on the locks of the first.
 */
public final class RoundTrip {
    /** At the end of a query: locks its rows, but lets rows be written that name them. */
    public static final String LOCK = " for no key update";

    /** H2 looks through all values of a list for each row: many short lists cost it less than a long one. */
    private static final int PART = 100;

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface Reading<R> {
        R read(ResultSet row) throws SQLException;
    }

    private final Tx tx;
    private final List<Question<?>> open = new ArrayList<>();
    private boolean clockOfThisMachine;

    RoundTrip(Tx tx) {
        this.tx = tx;
    }

    /**
     * Adds a question. A list may be of any length; an embedded database is asked about a long one in parts, and its rows
     * are in order within each part.
     *
     * @param sql one query with a ? for each value
     * @param values as {@link Values} binds them
     */
    public <R> Supplier<List<R>> ask(String sql, Reading<R> reading, Object... values) {
        Question<R> question = new Question<>(sql, reading, List.of(values));
        open.add(question);
        return question;
    }

    /** Has the clock looked at under the locks of the questions so far; that moment is {@link Tx#now()} from then on. */
    public void lookAtTheClock() {
        String sql = tx.clock().sql();
        if (sql == null) {
            clockOfThisMachine = true;
        } else {
            ask(sql, row -> tx.become(Values.instant(row, 1)));
        }
    }

    Tx tx() {
        return tx;
    }

    private void go() {
        tx.session().doWork(connection -> {
            boolean together = open.size() > 1 && isFarAway(connection);
            if (together) {
                sendTogether(connection);
            } else {
                for (Question<?> question : open) {
                    send(connection, question);
                }
            }
        });
        open.clear();
        if (clockOfThisMachine) {
            tx.nowUnderLock();
        }
    }

    static boolean isFarAway(Connection connection) throws SQLException {
        return connection.isWrapperFor(org.postgresql.PGConnection.class);
    }

    private void sendTogether(Connection connection) throws SQLException {
        String all = open.stream().map(question -> question.sql).collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int next = 1;
            for (Question<?> question : open) {
                next = Values.bind(statement, next, question.values);
            }
            statement.execute();
            for (Question<?> question : open) {
                try (ResultSet rows = statement.getResultSet()) {
                    question.read(rows);
                }
                statement.getMoreResults();
            }
        }
    }

    private static void send(Connection connection, Question<?> question) throws SQLException {
        boolean far = isFarAway(connection);
        // H2 knows one kind of lock only
        String sql = far ? question.sql : question.sql.replace(LOCK, " for update");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<?> values : far ? List.of(question.values) : inParts(question.values)) {
                Values.bind(statement, 1, values);
                try (ResultSet rows = statement.executeQuery()) {
                    question.read(rows);
                }
            }
        }
    }

    private static List<? extends List<?>> inParts(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof Collection<?> list && list.size() > PART) {
                int place = i;
                return list.stream()
                        .gather(Gatherers.windowFixed(PART))
                        .map(part -> {
                            List<Object> some = new ArrayList<>(values);
                            some.set(place, part);
                            return some;
                        })
                        .toList();
            }
        }
        return List.of(values);
    }

    private final class Question<R> implements Supplier<List<R>> {
        private final String sql;
        private final Reading<R> reading;
        private final List<?> values;
        private @Nullable List<R> answer;

        Question(String sql, Reading<R> reading, List<?> values) {
            this.sql = sql;
            this.reading = reading;
            this.values = values;
        }

        @Override
        public List<R> get() {
            if (answer == null) {
                go();
            }
            if (answer == null) {
                throw new IllegalStateException("Never answered: " + sql);
            }
            return answer;
        }

        private void read(ResultSet rows) throws SQLException {
            List<R> more = all(rows, reading);
            if (answer == null) {
                answer = more;
            } else {
                answer.addAll(more);
            }
        }
    }

    static <R> List<R> all(ResultSet rows, Reading<R> reading) throws SQLException {
        List<R> all = new ArrayList<>();
        while (rows.next()) {
            all.add(reading.read(rows));
        }
        return all;
    }
}
