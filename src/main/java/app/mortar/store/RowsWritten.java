package app.mortar.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How much was ever written to the tables that people look at, by whatever hand: the database's own count, so it also
 * knows of those who tell nobody. The highest id would not do: ids are handed out in blocks, one to each program, and
 * many a change adds no row.
 *
 * <p>H2 counts a row when it is written, which may be before its commit. PostgreSQL counts a transaction's rows after
 * its end; when one program commits twice within a second and then rests, the second up to ten seconds after.
 */
final class RowsWritten {
    /** Written by programs for themselves, every few seconds or at every request: nobody waits to see these. */
    private static final String UNSEEN = """
            ('agent_heartbeat', 'api_key', 'idempotency_answer', 'job_mark', 'reservation_minute', 'scheduled_tasks')""";

    private static final String H2 = """
            select coalesce(max(last_modification), 0) from information_schema.tables
            where table_schema = 'public' and table_name not in\
            """ + " " + UNSEEN;
    private static final String POSTGRESQL = """
            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables
            where schemaname = 'public' and relname not in\
            """ + " " + UNSEEN;

    private final DataSource source;
    private final String question;

    RowsWritten(DataSource source, Kind kind) {
        this.source = source;
        this.question = kind == Kind.H2 ? H2 : POSTGRESQL;
    }

    /** A number that is another one whenever more was written; one statement, whatever the size of the books. */
    long count() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
