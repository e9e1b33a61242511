package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.Actor;
import app.mortar.settings.DatabaseSettings;
import app.mortar.testing.Db;
import app.mortar.testing.Line;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one workstation books, the others hear of. */
class ChangesTest {
    private static final Actor TESTER = Actor.commandLine("tester", "here");
    private static final Duration SOON = Duration.ofMinutes(1);

    @TempDir
    Path home;

    private static Database shared(Link link, String host) {
        DatabaseSettings settings = new DatabaseSettings(
                Optional.of(link.url()),
                Optional.of(link.user()),
                Optional.of(link.password()),
                true,
                Optional.empty());
        return Database.open(settings, Path.of("not", "used"), host, Use.DESKTOP);
    }

    private static Transactions transactions(Database database) {
        return database.transactions(List.of(), () -> ZoneOffset.UTC);
    }

    private static void note(Transactions transactions, String job) {
        transactions.run(TESTER, tx -> JobMark.ran(tx, job, Duration.ofHours(1)));
    }

    @Test
    void another_workstation_on_the_shared_database_hears_of_a_commit() {
        Link link = Db.POSTGRESQL.fresh();
        AtomicInteger here = new AtomicInteger();
        AtomicInteger there = new AtomicInteger();
        try (Database a = shared(link, "a");
                Database b = shared(link, "b")) {
            a.changes().listen(here::incrementAndGet);
            b.changes().listen(there::incrementAndGet);
            Transactions books = transactions(a);
            await().atMost(SOON).until(() -> {
                // until b's ear is up, which takes a moment, nobody there hears anything
                note(books, "one");
                return there.get() > 0;
            });
            assertThat(here).hasPositiveValue();
        }
    }

    @Test
    void many_commits_are_told_once_and_refused_ones_never() {
        AtomicInteger told = new AtomicInteger();
        DatabaseSettings embedded =
                new DatabaseSettings(Optional.empty(), Optional.empty(), Optional.empty(), true, Optional.empty());
        try (Database database = Database.open(embedded, home, "a", Use.DESKTOP)) {
            Runnable deaf = database.changes().listen(told::incrementAndGet);
            Transactions books = transactions(database);
            books.read(TESTER, tx -> tx.now());
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> books.run(TESTER, tx -> {
                        JobMark.ran(tx, "never", Duration.ofHours(1));
                        throw new IllegalStateException("refused");
                    })))
                    .hasMessage("refused");
            for (int i = 0; i < 50; i++) {
                note(books, "job " + i);
            }
            await().atMost(SOON).until(() -> told.get() > 0);
            assertThat(told.get()).isLessThan(50);

            deaf.run();
            int before = told.get();
            note(books, "nobody listens");
            database.changes().close();
            assertThat(told).hasValue(before);
        }
    }

    @Test
    void what_another_program_books_in_the_same_file_is_noticed() throws Exception {
        AtomicInteger noticed = new AtomicInteger();
        try (Database desktop = Database.open(Holder.EMBEDDED, home, "a", Use.DESKTOP)) {
            desktop.changes().listen(noticed::incrementAndGet);
            Holder.Running command = Holder.Running.start(home, Use.COMMAND, "busy");
            try {
                assertThat(command.first()).startsWith("open");
                await().atMost(SOON).until(() -> noticed.get() > 0);
            } finally {
                command.kill();
            }
        }
    }

    @Test
    void what_somebody_books_in_the_shared_database_without_a_word_is_noticed() throws Exception {
        Link link = Db.POSTGRESQL.fresh();
        AtomicInteger noticed = new AtomicInteger();
        AtomicInteger name = new AtomicInteger();
        try (Database desktop = shared(link, "a")) {
            desktop.changes().listen(noticed::incrementAndGet);
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        byHand(link, "insert into pharmacy_setting values ('" + name.incrementAndGet() + "', 'x')");
                        return noticed.get() > 0;
                    });
        }
    }

    /** A session that ends: PostgreSQL takes its time to count what a session wrote that goes on. */
    private static void byHand(Link link, String sql) throws SQLException {
        try (Connection connection = link.connect()) {
            EmbeddedDatabase.execute(connection, sql);
        }
    }

    @ParameterizedTest
    @EnumSource(Db.class)
    void what_programs_write_for_themselves_counts_for_nothing(Db db) throws SQLException {
        Link link = db.fresh();
        RowsWritten written = new RowsWritten(link.source(), link.kind());
        long empty = written.count();
        byHand(link, "insert into pharmacy_setting values ('a', 'x')");
        await().atMost(SOON).until(() -> written.count() > empty);
        long before = written.count();

        byHand(link, "insert into agent_heartbeat values ('a', current_timestamp, current_timestamp)");
        assertThat(written.count()).isEqualTo(before);
        byHand(link, "insert into pharmacy_setting values ('b', 'x')");
        await().atMost(SOON).until(() -> written.count() > before);
        if (db == Db.POSTGRESQL) {
            assertThat(written.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void who_could_not_be_told_at_once_is_told_later() {
        AtomicInteger tries = new AtomicInteger();
        Changes.Signals broken = new Changes.Signals() {
            @Override
            public void tell() {
                if (tries.incrementAndGet() < 3) {
                    throw new StoreUnavailable(StoreUnavailable.Reason.AWAY, "Not now.", null);
                }
            }

            @Override
            public void listen(Runnable heard) {
                // nobody tells
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Link link = Db.H2.fresh();
        try (Changes changes = new Changes(broken, new RowsWritten(link.source(), link.kind()), Duration.ofHours(1))) {
            changes.committed();
            await().atMost(SOON).until(() -> tries.get() == 3);
        }
    }

    @Test
    void after_the_line_was_down_everybody_looks_at_everything() throws Exception {
        Link link = Db.POSTGRESQL.fresh();
        AtomicInteger heard = new AtomicInteger();
        try (Line line = new Line(Integer.parseInt(link.url().replaceAll(".*:([0-9]+)/.*", "$1")));
                Database b = shared(
                        new Link(
                                link.url().replaceAll(":[0-9]+/", ":" + line.port() + "/"),
                                link.user(),
                                link.password()),
                        "b");
                Database a = shared(link, "a")) {
            b.changes().listen(heard::incrementAndGet);
            Transactions books = transactions(a);
            await().atMost(SOON).until(() -> {
                note(books, "heard");
                return heard.get() > 0;
            });

            line.cut();
            int before = heard.get();
            note(books, "not heard");
            line.mend();

            await().atMost(Duration.ofSeconds(40)).until(() -> heard.get() > before);
        }
    }
}
