package app.mortar.store;

import app.mortar.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a PostgreSQL that several machines share: time-outs that are always set, and patience at the start. */
final class SharedDatabase {
    /** What a session may wait for at most: a lock, a statement, and a program that froze inside a transaction. */
    static final String SESSION_LIMITS = "set lock_timeout = '3s'; set statement_timeout = '8s';"
            + " set idle_in_transaction_session_timeout = '10s'";

    private static final Logger LOG = LoggerFactory.getLogger(SharedDatabase.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String PREFIX = "jdbc:postgresql:";

    private final String url;
    private final DatabaseSettings settings;
    private final String host;

    /** Getting ready; nobody is asked yet. */
    SharedDatabase(DatabaseSettings settings, String host) {
        this.url = settings.url().orElseThrow();
        this.settings = settings;
        this.host = host;
        if (org.postgresql.Driver.parseURL(url, null) == null) {
            throw new CannotOpen("db.url is not an address that PostgreSQL's driver can read: " + withoutSecrets(url));
        }
    }

    /** For the pool: a connection that dies silently is noticed, and no session waits for ever. */
    Link link() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("connectTimeout", "3");
        wanted.put("socketTimeout", "12");
        wanted.put("loginTimeout", "5");
        wanted.put("tcpKeepAlive", "true");
        wanted.put("ApplicationName", "mortar-" + host.replaceAll("[^A-Za-z0-9._-]", "-"));
        wanted.put("reWriteBatchedInserts", "true");
        return link(wanted, settings.user().orElse(null), settings.password().orElse(null));
    }

    /** For migrations: as their owner, and without a limit to how long a statement takes. */
    Link migrationLink() {
        Map<String, String> wanted = Map.of("connectTimeout", "3", "loginTimeout", "5", "tcpKeepAlive", "true");
        return settings.owner()
                .map(owner -> link(wanted, owner.user(), owner.password()))
                .orElseGet(() -> link(
                        wanted,
                        settings.user().orElse(null),
                        settings.password().orElse(null)));
    }

    /** A login in the address counts only where the settings name none, and never stays in it. */
    private Link link(Map<String, String> wanted, @Nullable String user, @Nullable String password) {
        String query = url.contains("?") ? url.substring(url.indexOf('?') + 1) : "";
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            if (!parameter.isEmpty()) {
                parameters.put(parameter.replaceAll("=.*", ""), parameter);
            }
        }
        parameters.keySet().removeAll(List.of("user", "password"));
        wanted.forEach((name, value) -> parameters.putIfAbsent(name, name + "=" + value));
        return new Link(
                url.replaceAll("\\?.*", "") + "?" + String.join("&", parameters.values()),
                user == null ? parsed().getProperty("user", "") : user,
                password == null ? parsed().getProperty("password", "") : password);
    }

    private Properties parsed() {
        Properties parsed = org.postgresql.Driver.parseURL(url, null);
        return parsed == null ? new Properties() : parsed;
    }

    /**
     * Waits until the database answers.
     *
     * @throws CannotOpen at once when it answers with a refusal, and after {@code patience} when it does not answer
     */
    void awaitAnswer(Link link, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            try (Connection connection = link.connect()) {
                warnIfInTheClear(connection);
                return;
            } catch (SQLException e) {
                if (!mayComeBack(e)) {
                    throw new CannotOpen("The database at " + withoutSecrets(url) + " refused: " + e.getMessage(), e);
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new CannotOpen(
                            "The database at " + withoutSecrets(url) + " did not answer for " + patience.toSeconds()
                                    + " seconds: " + e.getMessage(),
                            e);
                }
                if (!told) {
                    LOG.warn(
                            "The database at {} does not answer yet; trying for {} seconds",
                            withoutSecrets(url),
                            patience.toSeconds());
                    told = true;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Nobody there, a broken line, or a server that is just starting, stopping or full. */
    private static boolean mayComeBack(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
    }

    private void warnIfInTheClear(Connection connection) throws SQLException {
        boolean beyond = Stream.of(parsed().getProperty("PGHOST", "localhost").split(",", -1))
                .anyMatch(
                        h -> !h.equals("localhost") && !h.startsWith("127.") && !h.equals("::1") && !h.equals("[::1]"));
        if (!beyond) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            if (rows.next() && !rows.getBoolean(1)) {
                LOG.warn(
                        "The line to the database at {} is not encrypted; add sslmode=verify-full to db.url",
                        withoutSecrets(url));
            }
        }
    }

    static String withoutSecrets(String url) {
        return url.replaceAll("\\?.*", "").substring(PREFIX.length()).replaceAll("^/+", "");
    }
}
