package app.mortar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written together, in the order in which their statements were first named. Each statement takes all its
 * rows in one batch; a few single rows, which is what one customer needs, go to PostgreSQL in one message altogether.
 */
public final class Writes {
    private static final int FEW = 12;

    private record Row(boolean guarded, List<@Nullable Object> values) {}

    private final Tx tx;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    Writes(Tx tx) {
        this.tx = tx;
    }

    /**
     * Adds a row.
     *
     * @param sql one statement with a ? for each value
     * @param values as {@link Values} binds them
     */
    public void add(String sql, @Nullable Object... values) {
        add(sql, new Row(false, Arrays.asList(values)));
    }

    /** Adds a row that must be there as it was read: {@link TryAgain} when the statement finds it changed. */
    public void addGuarded(String sql, @Nullable Object... values) {
        add(sql, new Row(true, Arrays.asList(values)));
    }

    private void add(String sql, Row row) {
        rows.computeIfAbsent(sql, unknown -> new ArrayList<>()).add(row);
    }

    /** Writes what was added so far. */
    public void go() {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<Row>> now = new LinkedHashMap<>(rows);
        rows.clear();
        int all = now.values().stream().mapToInt(List::size).sum();
        tx.session().doWork(connection -> {
            if (all > 1 && all <= FEW && RoundTrip.isFarAway(connection)) {
                writeTogether(connection, now);
            } else {
                for (Map.Entry<String, List<Row>> statement : now.entrySet()) {
                    write(connection, statement.getKey(), statement.getValue());
                }
            }
        });
    }

    private static void writeTogether(Connection connection, Map<String, List<Row>> statements) throws SQLException {
        String all = statements.entrySet().stream()
                .flatMap(statement -> statement.getValue().stream().map(row -> statement.getKey()))
                .collect(Collectors.joining(";\n"));
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            int next = 1;
            for (List<Row> some : statements.values()) {
                for (Row row : some) {
                    next = Values.bind(statement, next, row.values());
                }
            }
            statement.execute();
            for (List<Row> some : statements.values()) {
                for (Row row : some) {
                    mustBeThere(row, statement.getUpdateCount());
                    statement.getMoreResults();
                }
            }
        }
    }

    private static void write(Connection connection, String sql, List<Row> some) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Row row : some) {
                Values.bind(statement, 1, row.values());
                statement.addBatch();
            }
            int[] written = statement.executeBatch();
            for (int i = 0; i < written.length; i++) {
                mustBeThere(some.get(i), written[i]);
            }
        }
    }

    private static void mustBeThere(Row row, int written) {
        if (row.guarded() && written == 0) {
            throw new TryAgain("A counter was changed by somebody who did not hold its lock.");
        }
    }
}
