package app.mortar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The one row that says whose books these are. */
final class Installation {
    private Installation() {}

    static Optional<String> read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id from installation order by created_at, id")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    static void write(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into installation (id, created_at) values (?, current_timestamp)")) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }
}
