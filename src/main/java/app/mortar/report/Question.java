package app.mortar.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with named parameters such as {@code :today}, asked over plain JDBC, whose cursors keep no rows in memory. */
record Question(String sql, Map<String, Object> parameters) {
    private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]+)");
    private static final int ROWS_AT_ONCE = 2_000;

    PreparedStatement on(Connection connection) throws SQLException {
        List<Object> values = new ArrayList<>();
        Matcher names = NAME.matcher(sql);
        String positional = names.replaceAll(name -> {
            Object value = parameters.get(name.group(1));
            if (value == null) {
                throw new IllegalArgumentException("Nothing is said about :" + name.group(1));
            }
            values.add(value instanceof Instant moment ? OffsetDateTime.ofInstant(moment, ZoneOffset.UTC) : value);
            return "?";
        });
        PreparedStatement statement = connection.prepareStatement(positional);
        try {
            statement.setFetchSize(ROWS_AT_ONCE);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }
}
