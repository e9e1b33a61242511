package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.Actor;
import app.mortar.settings.DatabaseSettings;
import app.mortar.testing.Db;
import app.mortar.testing.Line;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedDatabaseTest {
    private static final Path NO_HOME = Path.of("not", "used");
    private static final Actor TESTER = Actor.commandLine("tester", "here");

    private static DatabaseSettings settings(Link link) {
        return new DatabaseSettings(
                Optional.of(link.url()),
                Optional.of(link.user()),
                Optional.of(link.password()),
                true,
                Optional.empty());
    }

    private static DatabaseSettings through(Line line, Link link) {
        return settings(
                new Link(link.url().replaceAll(":[0-9]+/", ":" + line.port() + "/"), link.user(), link.password()));
    }

    private static Line lineTo(Link link) {
        return new Line(Integer.parseInt(link.url().replaceAll(".*:([0-9]+)/.*", "$1")));
    }

    private static Database open(DatabaseSettings settings) {
        return open(settings, Duration.ofSeconds(30));
    }

    private static Database open(DatabaseSettings settings, Duration patience) {
        return Database.open(settings, NO_HOME, "till 1", Use.SERVE, settings.migrate(), patience);
    }

    private static String one(Database database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    @Test
    void programs_that_start_at_once_on_an_empty_database_migrate_and_seed_it_once() throws Exception {
        DatabaseSettings settings = settings(Db.POSTGRESQL.empty());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Map<String, String>>> programs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String name = "program " + i;
                programs.add(() -> {
                    try (Database database = open(settings)) {
                        return database.kept().loadOrSeed(Map.of("pharmacy.name", name));
                    }
                });
            }
            List<Map<String, String>> seen = new ArrayList<>();
            for (Future<Map<String, String>> program : threads.invokeAll(programs)) {
                seen.add(program.get());
            }
            assertThat(seen).hasSize(4);
            assertThat(seen.stream().distinct()).hasSize(1);
        }
        try (Database database = open(settings)) {
            assertThat(one(database, "select count(*) from installation")).isEqualTo("1");
            DatabaseFacts facts = database.facts(TESTER);
            assertThat(facts.kind()).isEqualTo(Kind.POSTGRESQL);
            assertThat(facts.address()).startsWith("jdbc:postgresql://").doesNotContain("password");
            assertThat(facts.version()).matches("[0-9]+\\..*");
            assertThat(facts.schema()).isEqualTo("091");
            assertThat(facts.bytes().orElseThrow()).isGreaterThan(1_000_000);
            assertThat(facts.afterUncleanStop()).isFalse();
        }
    }

    @Test
    void every_session_has_its_limits_and_says_who_it_is() throws SQLException {
        try (Database database = open(settings(Db.POSTGRESQL.fresh()))) {
            assertThat(one(database, "show lock_timeout")).isEqualTo("3s");
            assertThat(one(database, "show statement_timeout")).isEqualTo("8s");
            assertThat(one(database, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("10s");
            assertThat(one(database, "show application_name")).isEqualTo("mortar-till-1");
        }
    }

    @Test
    void what_the_address_says_already_is_left_as_it_is() {
        Link link = new SharedDatabase(
                        settings(new Link("jdbc:postgresql://db/m?socketTimeout=60&sslmode=require", "u", "p")), "h")
                .link();
        assertThat(link.url())
                .startsWith("jdbc:postgresql://db/m?socketTimeout=60&sslmode=require&")
                .contains("connectTimeout=3", "tcpKeepAlive=true", "ApplicationName=mortar-h")
                .doesNotContain("socketTimeout=12");
        assertThat(link.toString()).doesNotContain("p@", "password");
    }

    @Test
    void a_database_that_does_not_answer_is_waited_for_and_then_named() throws Exception {
        Link link = Db.POSTGRESQL.fresh();
        try (Line line = lineTo(link)) {
            line.cut();
            assertThatThrownBy(() -> open(through(line, link), Duration.ofSeconds(1)))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining("localhost:" + line.port())
                    .hasMessageContaining("did not answer for 1 seconds");
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Database> opening = threads.submit(() -> open(through(line, link)));
                line.mend();
                opening.get().close();
            }
        }
    }

    @Test
    void a_refusal_is_not_waited_for() {
        Link link = Db.POSTGRESQL.fresh();
        assertThatThrownBy(() -> open(settings(new Link(link.url(), "nobody", "x"))))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("refused")
                .hasMessageContaining("nobody");
        assertThatThrownBy(() ->
                        open(settings(new Link(link.url().replaceAll("/mortar[0-9]+", "/nowhere"), "postgres", ""))))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> open(settings(new Link("jdbc:postgresql://host:port/x", "u", ""))))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("db.url");
    }

    @Test
    void a_lost_database_is_unavailable_and_is_taken_up_again_by_itself() throws Exception {
        Link link = Db.POSTGRESQL.fresh();
        try (Line line = lineTo(link);
                Database database = open(through(line, link))) {
            Transactions transactions = database.transactions(List.of(), () -> ZoneOffset.UTC);
            transactions.ping(TESTER);
            line.cut();
            assertThatThrownBy(() -> transactions.ping(TESTER))
                    .isInstanceOfSatisfying(StoreUnavailable.class, e -> assertThat(e.reason())
                            .isEqualTo(StoreUnavailable.Reason.AWAY));
            line.mend();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                transactions.ping(TESTER);
                return true;
            });
            line.silence();
            assertThatThrownBy(() -> transactions.ping(TESTER)).isInstanceOf(StoreUnavailable.class);
            line.mend();
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
                transactions.ping(TESTER);
                return true;
            });
        }
    }

    @Test
    void a_login_that_may_not_migrate_starts_on_a_current_schema_and_otherwise_says_who_has_to_do_what() {
        Link current = Db.POSTGRESQL.fresh();
        Link empty = Db.POSTGRESQL.empty();
        String till = "till" + current.url().replaceAll(".*/mortar([0-9]+).*", "$1");
        Db.Postgres.execute("create role " + till + " login");
        grant(current, "grant select, insert, update, delete on all tables in schema public to " + till);
        open(settings(new Link(current.url(), till, ""))).close();

        DatabaseSettings lowly = settings(new Link(empty.url(), till, ""));
        assertThatThrownBy(() -> open(lowly))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("may not bring it up to date")
                .hasMessageContaining("mortar migrate");

        grant(empty, "alter default privileges in schema public grant all on tables to " + till);
        DatabaseSettings withOwner = new DatabaseSettings(
                lowly.url(),
                lowly.user(),
                lowly.password(),
                true,
                Optional.of(new DatabaseSettings.Owner(empty.user(), empty.password())));
        assertThat(Database.migrate(withOwner, NO_HOME, "office")).matches("\\d+.*");
        open(lowly).close();
    }

    private static void grant(Link link, String sql) {
        try (Connection connection = link.connect()) {
            EmbeddedDatabase.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tables_of_somebody_else_are_left_alone() {
        Link link = Db.POSTGRESQL.empty();
        grant(link, "create table somebody_elses (id int)");
        assertThatThrownBy(() -> open(settings(link)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("cannot be brought up to date");
    }
}
