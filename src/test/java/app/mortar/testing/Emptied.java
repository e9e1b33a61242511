package app.mortar.testing;

import app.mortar.store.Kind;
import app.mortar.store.Link;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes every row out of a test database, the append-only ones too: only its owner can, and only on purpose. */
final class Emptied {
    private Emptied() {}

    static void of(Link link) {
        boolean h2 = link.kind() == Kind.H2;
        try (Connection connection = DriverManager.getConnection(link.url(), link.user(), link.password());
                var statement = connection.createStatement()) {
            List<String> tables = tables(connection);
            statement.execute(h2 ? "set referential_integrity false" : "set session_replication_role = replica");
            for (String table : tables) {
                statement.execute((h2 ? "truncate table " : "delete from ") + table);
            }
            statement.execute(h2 ? "set referential_integrity true" : "set session_replication_role = origin");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var rows = connection
                .createStatement()
                .executeQuery("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE' and table_name not like 'flyway%'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
