package app.mortar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The settings that are the pharmacy's and not one machine's: names and values, whatever they mean. */
public final class KeptSettings {
    private final DataSource source;

    /** The settings kept in that database. */
    public KeptSettings(DataSource source) {
        this.source = source;
    }

    /** What is kept; at the very first start {@code seed} is kept first. Of two programs at once, one seeds. */
    public Map<String, String> loadOrSeed(Map<String, String> seed) {
        try (Connection connection = source.getConnection()) {
            Map<String, String> kept = load(connection);
            if (kept.isEmpty()) {
                sow(connection, seed);
                kept = load(connection);
            }
            connection.rollback();
            return kept;
        } catch (SQLException e) {
            throw new CannotOpen("The settings kept in the database cannot be read: " + e.getMessage(), e);
        }
    }

    /** What is kept now. */
    Map<String, String> load() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Map<String, String> kept = load(connection);
            connection.rollback();
            return kept;
        }
    }

    private static Map<String, String> load(Connection connection) throws SQLException {
        Map<String, String> kept = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name, setting from pharmacy_setting")) {
            while (rows.next()) {
                kept.put(rows.getString(1), rows.getString(2));
            }
        }
        return kept;
    }

    private static void sow(Connection connection, Map<String, String> seed) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into pharmacy_setting (name, setting) values (?, ?)")) {
            for (Map.Entry<String, String> entry : new TreeMap<>(seed).entrySet()) {
                insert.setString(1, entry.getKey());
                insert.setString(2, entry.getValue());
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            if (!"23505".equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
