package app.mortar.report;

import java.sql.Connection;
import java.sql.SQLException;

/** A shared database lets a short transaction wait a few seconds; a year of movements takes longer than that. */
final class Patience {
    private Patience() {}

    /** Asks the database for ten minutes, for this transaction alone. */
    static void ask(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "set local statement_timeout = '10min'; set local idle_in_transaction_session_timeout = '10min'");
            }
        }
    }
}
