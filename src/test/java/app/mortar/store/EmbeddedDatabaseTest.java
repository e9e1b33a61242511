package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private static final Actor KEEPER = Actor.commandLine("keeper", "here");
    private static final Duration SOON = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home with space");
    }

    private Database open(Use use) {
        return open(use, Duration.ofSeconds(60));
    }

    private Database open(Use use, Duration patience) {
        return Database.open(Holder.EMBEDDED, home(), "test", use, true, patience);
    }

    private static void keep(Database database, String name, String value) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            EmbeddedDatabase.execute(
                    connection, "insert into pharmacy_setting values ('" + name + "', '" + value + "')");
            connection.commit();
        }
    }

    private static Map<String, String> kept(Database database) {
        return database.kept().loadOrSeed(Map.of("seeded", "yes"));
    }

    @Test
    void what_was_written_is_there_the_next_time_and_no_mark_is_left() throws SQLException {
        try (Database database = open(Use.SERVE)) {
            assertThat(database.kind()).isEqualTo(Kind.H2);
            keep(database, "a", "1");
        }
        assertThat(home().resolve("mortar.open")).doesNotExist();
        try (Database database = open(Use.COMMAND)) {
            assertThat(kept(database)).containsExactly(Map.entry("a", "1"));
        }
    }

    @Test
    void what_there_is_to_know_about_it_is_told_to_whoever_looks_after_it() {
        try (Database database = open(Use.SERVE)) {
            DatabaseFacts facts = database.facts(KEEPER);
            assertThat(facts.kind()).isEqualTo(Kind.H2);
            assertThat(facts.address()).startsWith("jdbc:h2:file:").endsWith("mortar");
            assertThat(facts.version()).startsWith("2.");
            assertThat(facts.schema()).matches("[0-9]{3}");
            assertThat(facts.bytes().orElseThrow()).isPositive();
            assertThat(facts.pool().open()).isBetween(1, facts.pool().most());
            assertThat(facts.afterUncleanStop()).isFalse();
            assertThatThrownBy(() -> database.facts(new Actor("Ada", "staff", "till-1", Set.of())))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    void the_seed_is_kept_once() {
        try (Database database = open(Use.COMMAND)) {
            assertThat(kept(database)).isEqualTo(Map.of("seeded", "yes"));
            assertThat(database.kept().loadOrSeed(Map.of("seeded", "again"))).isEqualTo(Map.of("seeded", "yes"));
        }
    }

    @Test
    void what_could_open_the_database_is_readable_by_its_owner_only() throws IOException {
        Database database = open(Use.SERVE);
        try (database) {
            for (String file : List.of("mortar.open", "mortar.identity", "mortar.mv.db")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve(file))))
                        .isEqualTo("rw-------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                    .isEqualTo("rwx------");
            String key = Files.readAllLines(home().resolve("mortar.open")).getFirst();
            assertThat(key).matches("key=[0-9a-f]{64}");
        }
    }

    @Test
    void a_command_joins_whoever_has_the_file_open_and_sees_the_same_books() throws Exception {
        try (Holder.Running owner = Holder.Running.start(home(), Use.SERVE, "idle")) {
            assertThat(owner.first()).startsWith("open jdbc:h2:file:");
            try (Database guest = open(Use.COMMAND)) {
                assertThat(guest.address()).startsWith("jdbc:h2:tcp://127.0.0.1:");
                keep(guest, "from", "guest");
            }
        }
        try (Database database = open(Use.COMMAND)) {
            assertThat(kept(database)).containsEntry("from", "guest");
        }
    }

    @Test
    void a_second_server_is_refused_and_told_who_is_there() throws Exception {
        try (Holder.Running owner = Holder.Running.start(home(), Use.SERVE, "idle")) {
            assertThatThrownBy(() -> open(Use.SERVE))
                    .isInstanceOf(CannotOpen.class)
                    .hasMessageContaining(
                            "in use by mortar serve (process " + owner.process().pid() + ")");
        }
    }

    @Test
    void a_server_waits_for_a_short_command_that_has_the_file() throws Exception {
        Holder.Running owner = Holder.Running.start(home(), Use.COMMAND, "idle");
        CompletableFuture<Database> opening = CompletableFuture.supplyAsync(() -> open(Use.SERVE));
        assertThat(opening).isNotDone();
        owner.close();
        try (Database database = opening.get()) {
            assertThat(database.address()).startsWith("jdbc:h2:file:");
        }
    }

    @Test
    void an_owner_that_is_done_waits_for_its_guests() throws Exception {
        Database owner = open(Use.COMMAND);
        Holder.Running guest = Holder.Running.start(home(), Use.COMMAND, "busy");
        assertThat(guest.first()).startsWith("open jdbc:h2:tcp:");
        CompletableFuture<Void> closing = CompletableFuture.runAsync(owner::close);
        for (int i = 0; i < 20; i++) {
            assertThat(guest.lines().readLine()).isEqualTo(Integer.toString(i));
        }
        guest.close();
        closing.get();
        assertThat(guest.process().exitValue()).isZero();
        assertThat(home().resolve("mortar.open")).doesNotExist();
    }

    @Test
    void of_programs_that_start_at_the_same_moment_one_owns_the_file_and_the_others_join_it() throws Exception {
        List<Process> started = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            started.add(Holder.Running.launch(home(), Use.COMMAND, "idle"));
        }
        List<Holder.Running> running = new ArrayList<>();
        for (Process process : started) {
            running.add(Holder.Running.of(process));
        }
        assertThat(running)
                .extracting(one -> one.first().replaceAll("(jdbc:h2:[a-z]+).*", "$1"))
                .containsExactlyInAnyOrder("open jdbc:h2:file", "open jdbc:h2:tcp", "open jdbc:h2:tcp");
        for (Holder.Running one : running) {
            one.letGo();
        }
        for (Holder.Running one : running) {
            assertThat(one.process().onExit().join().exitValue()).isZero();
        }
    }

    @Test
    void after_a_kill_the_stale_mark_misleads_nobody_and_every_acknowledged_commit_is_there() throws Exception {
        int acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            Holder.Running owner = Holder.Running.start(home(), Use.SERVE, "busy");
            for (int i = 0; i < 40 * (round + 1); i++) {
                acknowledged = Integer.parseInt(owner.lines().readLine());
            }
            owner.kill();
            assertThat(home().resolve("mortar.open")).exists();
            try (Database database = open(Use.SERVE)) {
                assertThat(database.facts(KEEPER).afterUncleanStop()).isTrue();
                Map<String, String> kept = kept(database);
                assertThat(Integer.parseInt(kept.get("count"))).isGreaterThanOrEqualTo(acknowledged);
                assertThat(kept).doesNotContainKey("never");
                try (Connection connection = database.source().getConnection()) {
                    EmbeddedDatabase.execute(connection, "update pharmacy_setting set setting = setting");
                }
            }
            assertThat(home().resolve("mortar.open")).doesNotExist();
        }
    }

    @Test
    void a_mark_whose_port_belongs_to_somebody_else_is_not_believed() throws Exception {
        try (Database database = open(Use.COMMAND)) {
            keep(database, "a", "1");
        }
        EmbeddedHome files = new EmbeddedHome(home());
        try (java.net.ServerSocket stranger = new java.net.ServerSocket(0)) {
            files.write(new EmbeddedHome.Mark(
                    Use.SERVE,
                    ProcessHandle.current().pid(),
                    java.util.OptionalInt.of(stranger.getLocalPort()),
                    "key"));
            try (Database database = open(Use.SERVE)) {
                assertThat(kept(database)).containsEntry("a", "1");
            }
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_finished_by_the_next() throws Exception {
        open(Use.COMMAND).close();
        // killed between writing the identity and giving the file its name
        Files.move(home().resolve("mortar.mv.db"), home().resolve("mortar-new.mv.db"));
        open(Use.COMMAND).close();
        assertThat(home().resolve("mortar.mv.db")).exists();
        // killed while the file was being made
        Path other = folder.resolve("other");
        Files.createDirectories(other);
        Files.writeString(other.resolve("mortar-new.mv.db"), "half");
        Database.open(Holder.EMBEDDED, other, "test", Use.COMMAND, true, SOON).close();
        assertThat(other.resolve("mortar.mv.db")).exists();
    }

    @Test
    void a_forbidden_migration_names_the_command_that_does_it() {
        assertThatThrownBy(() -> Database.open(Holder.EMBEDDED, home(), "test", Use.SERVE, false, SOON))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("mortar migrate");
        assertThat(home().resolve("mortar.mv.db")).doesNotExist();
        assertThat(Database.migrate(Holder.EMBEDDED, home(), "test")).matches("\\d+.*");
        Database.open(Holder.EMBEDDED, home(), "test", Use.SERVE, false, SOON).close();
    }

    @Test
    void a_schema_that_a_newer_version_made_is_left_alone() throws Exception {
        try (Database database = open(Use.COMMAND);
                Connection connection = database.source().getConnection()) {
            EmbeddedDatabase.execute(connection, """
                insert into flyway_schema_history values
                (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'x', current_timestamp, 1, true)\
                """);
            connection.commit();
        }
        assertThatThrownBy(() -> open(Use.SERVE))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("newer Mortar (schema 999)");
        assertThat(home().resolve("mortar.open")).doesNotExist();
    }

    @Test
    void the_home_must_be_a_folder() throws IOException {
        Files.writeString(home(), "a file");
        assertThatThrownBy(() -> open(Use.SERVE)).isInstanceOf(CannotOpen.class).hasMessageContaining("is a file");
    }

    @Test
    void a_database_that_hangs_after_an_unclean_stop_is_written_anew_and_loses_nothing() throws Exception {
        try (Database database = open(Use.COMMAND)) {
            keep(database, "a", "1");
        }
        EmbeddedHome files = new EmbeddedHome(home());
        EmbeddedHome.Identity identity = files.identity().orElseThrow();
        Link link = files.link(files.file(), identity, ";IFEXISTS=TRUE");
        // a row that cannot be updated stands in for the spin, which no test can bring about at will
        Connection stuck = link.connect();
        stuck.setAutoCommit(false);
        EmbeddedDatabase.execute(stuck, "update pharmacy_setting set setting = '2'");
        try (Connection healed = new UncleanStop(link, SOON).recover();
                ResultSet rows = healed.createStatement().executeQuery("select setting from pharmacy_setting")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("1");
        }
    }
}
