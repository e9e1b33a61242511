package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.kernel.Actor;
import app.mortar.settings.DatabaseSettings;
import app.mortar.testing.Db;
import app.mortar.testing.Line;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one workstation books, the others hear of. */
class ChangesTest {
    private static final Actor TESTER = Actor.commandLine("tester", "here");
    private static final Duration SOON = Duration.ofSeconds(20);

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
