package app.mortar.store;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.metrics.Labels;
import app.mortar.metrics.Meters;
import app.mortar.settings.DatabaseSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * The books' database, open: its schema is current, it is known to be the right one, and it is closed in order. Lost
 * while running, it makes {@link StoreUnavailable} within seconds and is taken up again by itself when it is back.
 */
public final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** On one machine nobody else can tell, and looking costs next to nothing; over a network others tell. */
    private static final Duration LOOK_HERE = Duration.ofMillis(1_500);

    private static final Duration LOOK_AFAR = Duration.ofSeconds(3);

    private final OpenedStore store;
    private final HikariDataSource pool;
    private final Changes changes;
    private final List<SessionFactory> factories = new ArrayList<>();

    private Database(OpenedStore store, Use use) {
        this.store = store;
        this.pool = pool(store.link(), use);
        boolean shared = kind() == Kind.POSTGRESQL;
        this.changes = new Changes(
                shared ? new PostgresSignals(store.link()) : Changes.Signals.NONE,
                new RowsWritten(pool, kind()),
                shared ? LOOK_AFAR : LOOK_HERE);
    }

    /** Makes the home folder if there is none, readable by its owner only. */
    public static void makeHome(Path home) {
        OwnFile.makeHome(home);
    }

    /** Whether an embedded database was ever begun in that home folder, whatever became of it. */
    public static boolean begun(Path home) {
        return Files.exists(new EmbeddedHome(home).file());
    }

    /**
     * Opens the database that the settings name, and brings its schema up to date if that is allowed.
     *
     * @param home the machine's home folder, where an embedded database lives
     * @param host the name of this machine, for the shared database's list of sessions
     * @throws CannotOpen when a person has to do something about it
     */
    public static Database open(DatabaseSettings settings, Path home, String host, Use use) {
        return open(settings, home, host, use, settings.migrate(), PATIENCE);
    }

    /**
     * Brings the schema up to date, whatever {@code db.migrate} says, as the owner of the tables where one is named.
     *
     * @return the version that the schema has now
     */
    public static String migrate(DatabaseSettings settings, Path home, String host) {
        if (settings.embedded()) {
            try (Database database = open(settings, home, host, Use.COMMAND, true, PATIENCE)) {
                return new Schema(database.pool, Kind.H2).standing().version();
            }
        }
        SharedDatabase shared = new SharedDatabase(settings, host);
        Link owner = shared.migrationLink();
        shared.awaitAnswer(owner, PATIENCE);
        new Preparation(owner, owner).run(true);
        identify(owner.source());
        return new Schema(owner.source(), Kind.POSTGRESQL).standing().version();
    }

    static Database open(
            DatabaseSettings settings, Path home, String host, Use use, boolean migrate, Duration patience) {
        if (settings.embedded()) {
            OpenedStore store =
                    new EmbeddedDatabase(home, use, patience, link -> new Preparation(link, link).run(migrate)).open();
            return started(store, use);
        }
        SharedDatabase shared = new SharedDatabase(settings, host);
        Link link = shared.link();
        shared.awaitAnswer(link, patience);
        new Preparation(shared.migrationLink(), link).run(migrate);
        Database database = started(new Remote(link), use);
        try {
            identify(database.pool);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database started(OpenedStore store, Use use) {
        try {
            return new Database(store, use);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private record Remote(Link link) implements OpenedStore {
        @Override
        public void close() {
            // the pool is all there is
        }
    }

    private static HikariDataSource pool(Link link, Use use) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("mortar");
        config.setJdbcUrl(link.url());
        if (!link.user().isEmpty()) {
            config.setUsername(link.user());
        }
        if (!link.password().isEmpty()) {
            config.setPassword(link.password());
        }
        config.setAutoCommit(false);
        config.setMaximumPoolSize(use.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(2_000);
        config.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(10).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setLeakDetectionThreshold(use.longestWork().toMillis());
        config.setInitializationFailTimeout(-1);
        if (link.kind() == Kind.POSTGRESQL && !link.url().contains("options=")) {
            config.setConnectionInitSql(SharedDatabase.SESSION_LIMITS);
        }
        return new HikariDataSource(config);
    }

    /** Gives a shared database its id at the very first start; of two programs at once, one does. */
    private static void identify(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (Installation.read(connection).isEmpty()) {
                EmbeddedDatabase.execute(connection, "select pg_advisory_xact_lock(7230915)");
                if (Installation.read(connection).isEmpty()) {
                    Installation.write(connection, UUID.randomUUID().toString());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new CannotOpen("The database cannot be used: " + e.getMessage(), e);
        }
    }

    /** Has the pool of connections measured. */
    public void measure(Meters meters) {
        meters.gauge(
                "mortar_db_connections",
                "Open connections to the database",
                Labels.of("state", "active"),
                () -> connections(HikariPoolMXBean::getActiveConnections));
        meters.gauge(
                "mortar_db_connections",
                "Open connections to the database",
                Labels.of("state", "idle"),
                () -> connections(HikariPoolMXBean::getIdleConnections));
        meters.gauge(
                "mortar_db_connections_wanted",
                "Requests that wait for a connection to the database",
                Labels.NONE,
                () -> connections(HikariPoolMXBean::getThreadsAwaitingConnection));
        meters.gauge(
                "mortar_db_connections_max", "Connections that there may be", Labels.NONE, pool::getMaximumPoolSize);
    }

    /** What there is to know about it now. */
    public DatabaseFacts facts(Actor who) {
        who.must(Permission.MANAGE_DATABASE);
        boolean embedded = kind() == Kind.H2;
        try (Connection connection = pool.getConnection()) {
            String version = one(connection, embedded ? "select h2version()" : "show server_version");
            String bytes = one(
                    connection,
                    embedded
                            ? "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'"
                            : "select pg_database_size(current_database())");
            String schema = one(
                    connection,
                    "select version from flyway_schema_history where success order by installed_rank desc"
                            + " fetch first 1 rows only");
            connection.rollback();
            return new DatabaseFacts(
                    kind(),
                    address(),
                    version,
                    schema,
                    bytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(bytes)),
                    new DatabaseFacts.Pool(
                            connections(HikariPoolMXBean::getActiveConnections),
                            connections(HikariPoolMXBean::getTotalConnections),
                            pool.getMaximumPoolSize()),
                    store.afterUncleanStop());
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Reason.AWAY, "The database does not answer.", e);
        }
    }

    /** The only value of a query; empty when there is none. */
    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Objects.requireNonNullElse(rows.getString(1), "") : "";
        }
    }

    private int connections(ToIntFunction<HikariPoolMXBean> which) {
        HikariPoolMXBean seen = pool.getHikariPoolMXBean();
        return seen == null ? 0 : which.applyAsInt(seen);
    }

    /** The pool, for plain JDBC; its connections do not commit by themselves. */
    public DataSource source() {
        return pool;
    }

    public Kind kind() {
        return store.link().kind();
    }

    /** Where it is, for the log: without login. */
    public String address() {
        return store.link().address();
    }

    /** The clock that all machines on this database share. */
    public StoreClock clock() {
        return kind() == Kind.H2 ? StoreClock.ofThisMachine() : StoreClock.ofPostgres();
    }

    /** The settings that the pharmacy keeps here. */
    public KeptSettings kept() {
        return new KeptSettings(pool);
    }

    /**
     * The way to the entities given; closed with the database.
     *
     * @param zone the pharmacy's, asked for at every transaction
     */
    public Transactions transactions(List<Class<?>> entities, Supplier<ZoneId> zone) {
        SessionFactory sessions = Sessions.open(pool, entities, false);
        factories.add(sessions);
        return new Transactions(sessions, clock(), zone).telling(changes);
    }

    /** Tells of what is changed here and, on a shared database, by others. */
    public Changes changes() {
        return changes;
    }

    @Override
    public void close() {
        changes.close();
        factories.forEach(SessionFactory::close);
        pool.close();
        store.close();
    }
}
