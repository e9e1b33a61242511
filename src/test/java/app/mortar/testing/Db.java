package app.mortar.testing;

import app.mortar.store.Kind;
import app.mortar.store.Link;
import app.mortar.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcDataSource;

/** The two real databases that every desk is tested on. Each call of {@link #fresh} gives an empty, migrated one. */
public enum Db {
    H2 {
        @Override
        public Link empty() {
            return new Link(
                    "jdbc:h2:mem:mortar" + NUMBER.incrementAndGet()
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                            + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=3000",
                    "sa",
                    "");
        }

        @Override
        public Link fresh() {
            Link link = empty();
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl(link.url());
            source.setUser(link.user());
            source.setPassword(link.password());
            new Schema(source, Kind.H2).migrate();
            return link;
        }
    },
    POSTGRESQL {
        @Override
        public Link empty() {
            return database("template1");
        }

        @Override
        public Link fresh() {
            return database(Postgres.template());
        }

        private Link database(String template) {
            String name = "mortar" + NUMBER.incrementAndGet();
            Postgres.execute("create database " + name + " template " + template);
            return Postgres.link(name);
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A database without any table. */
    public abstract Link empty();

    /** A database with the schema of today and no rows. */
    public abstract Link fresh();

    /** One PostgreSQL server for this JVM, started when first asked for, ended with the JVM. */
    public static final class Postgres {
        private static final EmbeddedPostgres SERVER = start();
        private static final String TEMPLATE = makeTemplate();

        private Postgres() {}

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "300")
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String template() {
            return TEMPLATE;
        }

        /** The link to one of the server's databases. */
        public static Link link(String database) {
            return new Link(SERVER.getJdbcUrl("postgres", database), "postgres", "postgres");
        }

        /** Runs a statement as superuser, outside of any transaction. */
        public static void execute(String sql) {
            try (var connection = SERVER.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private static String makeTemplate() {
            execute("create database mortar_template");
            new Schema(SERVER.getDatabase("postgres", "mortar_template"), Kind.POSTGRESQL).migrate();
            return "mortar_template";
        }
    }
}
