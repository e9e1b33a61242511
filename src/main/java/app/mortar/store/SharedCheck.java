package app.mortar.store;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Tries the way to a shared PostgreSQL and says exactly what is wrong, in the words of whoever has to mend it.
 *
 * @param host a machine's name or number
 * @param database its name on that server
 */
public record SharedCheck(String host, int port, String database) {
    private static final int OLDEST = 13;

    /** What is wrong and what to do about it; empty when Mortar can work there. */
    public Optional<String> find(String user, String password) {
        Link link = new Link(
                "jdbc:postgresql://" + host + ":" + port + "/" + database
                        + "?connectTimeout=3&loginTimeout=5&socketTimeout=8",
                user,
                password);
        try (Connection connection = link.connect();
                Statement statement = connection.createStatement()) {
            return unusable(connection, statement, user);
        } catch (SQLException e) {
            return Optional.of(refused(e, user));
        }
    }

    private Optional<String> unusable(Connection connection, Statement statement, String user) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST) {
            return Optional.of("The server is PostgreSQL " + version + "; Mortar needs " + OLDEST + " or newer.");
        }
        if (is(statement, "select pg_is_in_recovery()")) {
            return Optional.of("This server is a read-only copy. Give the address of the one that it copies.");
        }
        boolean ours = is(
                statement,
                "select to_regclass('public.flyway_schema_history') is not null"
                        + " and to_regclass('public.inventory_batch') is not null");
        if (ours) {
            return is(statement, "select has_table_privilege('inventory_batch', 'select, insert, update')")
                    ? Optional.empty()
                    : Optional.of("The database is Mortar's, but the login " + user
                            + " may not work in it: ask its admin for the rights on its tables.");
        }
        if (is(statement, "select exists (select 1 from information_schema.tables where table_schema = 'public')")) {
            return Optional.of("The database " + database + " holds tables of another program. Give Mortar an empty"
                    + " one: create database mortar owner " + user + ";");
        }
        return is(statement, "select has_schema_privilege('public', 'create')")
                ? Optional.empty()
                : Optional.of("The database is empty, but the login " + user + " may not create tables in it. Its"
                        + " admin can allow it: grant create on schema public to " + user + ";");
    }

    private static boolean is(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private String refused(SQLException e, String user) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException no -> {
                    return "There is no machine called " + host + " in this network. Check the name.";
                }
                case SocketTimeoutException late -> {
                    return silent();
                }
                case NoRouteToHostException no -> {
                    return silent();
                }
                case ConnectException no -> {
                    return String.valueOf(no.getMessage()).contains("refused")
                            ? "The machine " + host + " is there, but nothing listens on port " + port
                                    + ". Is PostgreSQL running, and does it listen beyond its own machine"
                                    + " (listen_addresses)?"
                            : silent();
                }
                default -> {
                    // one of its causes may say more
                }
            }
        }
        return switch (String.valueOf(e.getSQLState())) {
            case "28P01" -> "The server does not take this password for the login " + user + ", or has no such login.";
            case "28000" ->
                "The server lets " + user + " not in from this computer (" + e.getMessage()
                        + "). Its admin can allow it in pg_hba.conf.";
            case "3D000" ->
                "There is no database called " + database + " on this server. Its admin can make it: create database "
                        + database + " owner " + user + ";";
            case "53300" -> "The server has no connection left. Its admin can raise max_connections.";
            case "57P03" -> "The server is just starting or stopping. Try again in a moment.";
            default -> "The database at " + host + ":" + port + " cannot be used: " + e.getMessage();
        };
    }

    private String silent() {
        return host + " does not answer on port " + port
                + ". Is the address right, and does no firewall stand between?";
    }
}
