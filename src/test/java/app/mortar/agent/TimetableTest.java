package app.mortar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.mortar.books.Books;
import app.mortar.kernel.Actor;
import app.mortar.metrics.Prometheus;
import app.mortar.store.Idempotency;
import app.mortar.store.JobMark;
import app.mortar.store.StoreClock;
import app.mortar.store.Transactions;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The timetable as several programs keep it on one database. */
class TimetableTest extends DeskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** By a clock that goes on: the scheduler waits for it. */
    private Transactions live() {
        return pharmacy.transactions.by(StoreClock.ofThisMachine());
    }

    private static Runner runner(Transactions transactions, String name) {
        return new Runner(transactions, Actor.agent(name), new JobMeters(new Prometheus(), System::nanoTime));
    }

    /** One program that keeps the timetable. */
    private final class Program implements AutoCloseable {
        private final HikariDataSource pool;
        private final Timetable timetable;

        Program(String name) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(pharmacy.link.url());
            config.setUsername(pharmacy.link.user());
            config.setPassword(pharmacy.link.password());
            config.setMaximumPoolSize(6);
            config.setAutoCommit(false);
            pool = new HikariDataSource(config);
            timetable = new Timetable(pool, pharmacy.link.kind(), runner(live(), name), name, jobs(name, live()));
        }

        @Override
        public void close() {
            timetable.close();
            pool.close();
        }
    }

    private Jobs jobs(String name) {
        return jobs(name, pharmacy.transactions);
    }

    private Jobs jobs(String name, Transactions transactions) {
        return new Jobs(
                transactions,
                Actor.agent(name),
                pharmacy.alerts::all,
                pharmacy.reservations,
                new Idempotency(transactions, pharmacy.clock),
                pharmacy.alerts.lowStock,
                pharmacy.alerts.expiry,
                pharmacy.alerts.reminders,
                pharmacy.alerts.dispatch(pharmacy, name, Map.of()),
                new Books(transactions, () -> Duration.ofMinutes(5)));
    }

    private Set<String> done() {
        return pharmacy.transactions.read(pharmacy.staff, JobMark::all).stream()
                .filter(run -> run.lastAt() != null)
                .map(JobMark.Run::job)
                .collect(Collectors.toSet());
    }

    private void runAll(Jobs jobs) {
        Runner runner = runner(pharmacy.transactions, "one");
        jobs.all().forEach(runner::run);
    }

    @Test
    void two_programs_do_everything_once_say_so_and_go_without_being_missed() {
        pharmacy.product("PARA", 5);
        pharmacy.clock.set(Instant.parse("2026-03-10T09:00:00Z"));
        try (Program one = new Program("one");
                Program two = new Program("two")) {
            one.timetable.start();
            two.timetable.start();
            await().atMost(PATIENCE)
                    .until(() -> done().size() == jobs("x").all().size());
            await().atMost(PATIENCE)
                    .until(() ->
                            pharmacy.rows("select agent from agent_heartbeat").size() == 2);
            Status status = live().read(pharmacy.staff, Status::of);
            assertThat(status.alive()).isTrue();
            assertThat(status.jobs()).noneMatch(JobMark.Run::failing);
            assertThat(status.check())
                    .hasValueSatisfying(check -> assertThat(check.ok()).isTrue());
            assertThat(pharmacy.rows("select kind from notification")).containsExactly("STOCK_OUT");
            assertThat(pharmacy.rows("select count(*) from books_check")).containsExactly("1");
        }
        assertThat(pharmacy.rows("select agent from agent_heartbeat")).isEmpty();
    }

    /** Killed right after a heartbeat, looked for right before the next look: even so within half a minute. */
    @Test
    void a_killed_program_is_missed_in_time() {
        assertThat(Timetable.TAKEN_OVER).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void what_a_killed_program_had_in_hand_is_taken_over() {
        live().run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("""
                        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                          last_heartbeat, version) values ('sweep', 'recurring', :then, true, 'killed', :then, 1)""")
                .setParameter("then", tx.now().minus(Timetable.DEAD).minusSeconds(1))
                .executeUpdate());
        try (Program two = new Program("two")) {
            two.timetable.start();
            await().atMost(PATIENCE).until(() -> done().contains("sweep"));
        }
    }

    @Test
    void a_daily_job_is_done_once_a_day_from_its_time_on_and_made_up_for_once() {
        Jobs jobs = jobs("one");
        pharmacy.clock.set(Instant.parse("2026-03-10T05:00:00Z")); // 06:00 in Lagos
        runAll(jobs);
        pharmacy.product("PARA");
        stock("PARA", "A", 20, 5);
        pharmacy.clock.set(Instant.parse("2026-03-11T04:59:59Z"));
        runAll(jobs);
        assertThat(pharmacy.rows("select kind from notification")).isEmpty();
        pharmacy.clock.set(Instant.parse("2026-03-11T05:00:00Z"));
        runAll(jobs);
        assertThat(pharmacy.rows("select kind from notification")).containsExactly("EXPIRY");
        assertThat(pharmacy.rows("select count(*) from books_check")).containsExactly("2");
        pharmacy.clock.set(Instant.parse("2026-03-14T04:00:00Z")); // three days off
        runAll(jobs);
        runAll(jobs);
        assertThat(pharmacy.rows("select count(*) from books_check")).containsExactly("3");
    }

    @Test
    void a_job_that_fails_is_marked_and_the_others_go_on() {
        Runner runner = runner(pharmacy.transactions, "one");
        runner.run(Job.every(() -> Duration.ofHours(1), "broken", () -> {
            throw new IllegalStateException("no luck");
        }));
        assertThat(pharmacy.transactions.read(pharmacy.staff, JobMark::all))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.failing()).isTrue();
                    assertThat(run.lastAt()).isNull();
                    assertThat(run.failure()).contains("no luck");
                });
        pharmacy.clock.pass(Duration.ofSeconds(1));
        runner.run(Job.every(() -> Duration.ofHours(1), "broken", () -> {}));
        assertThat(pharmacy.transactions.read(pharmacy.staff, JobMark::all))
                .singleElement()
                .satisfies(run -> assertThat(run.failing()).isFalse());
    }

    @Test
    void each_run_of_each_job_is_counted_by_how_it_ended_and_timed() {
        Prometheus prometheus = new Prometheus();
        AtomicLong nanos = new AtomicLong();
        Runner runner = new Runner(
                pharmacy.transactions,
                Actor.agent("one"),
                new JobMeters(prometheus, () -> nanos.addAndGet(500_000_000)));
        jobs("one").all().forEach(runner::announce);
        jobs("one").all().forEach(runner::run);
        for (Job job : jobs("one").all()) {
            assertThat(prometheus.text())
                    .contains(
                            "mortar_job_runs_total{job=\"" + job.name() + "\",outcome=\"done\"} 1.0",
                            "mortar_job_runs_total{job=\"" + job.name() + "\",outcome=\"failed\"} 0.0",
                            "mortar_job_duration_seconds_count{job=\"" + job.name() + "\"} 1",
                            "mortar_job_duration_seconds_sum{job=\"" + job.name() + "\"} 0.5");
        }
        runner.run(Job.every(() -> Duration.ofHours(1), "sweep", () -> {
            throw new IllegalStateException("no luck");
        }));
        assertThat(prometheus.text())
                .contains(
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"done\"} 1.0",
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"failed\"} 1.0",
                        "mortar_job_duration_seconds_count{job=\"sweep\"} 2");
    }

    @Test
    void without_a_heartbeat_for_two_minutes_nobody_is_alive() {
        pharmacy.transactions.run(pharmacy.staff, tx -> Heartbeat.beat(tx, "one"));
        pharmacy.clock.pass(Duration.ofMinutes(2));
        assertThat(pharmacy.transactions.read(pharmacy.staff, Status::of).alive())
                .isTrue();
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(pharmacy.transactions.read(pharmacy.staff, Status::of).alive())
                .isFalse();
    }

    @Test
    void housekeeping_forgets_carts_of_400_days_ago_and_nothing_else() {
        pharmacy.product("PARA");
        stock("PARA", "A", 900, 9);
        pharmacy.release(pharmacy.hold(Pharmacy.wanted("PARA", 1)).token());
        confirmed("O-1", Pharmacy.wanted("PARA", 2));
        pharmacy.clock.pass(Duration.ofDays(400));
        app.mortar.reservation.ClosedHolds.forgetOld(pharmacy.transactions, pharmacy.staff);
        assertThat(pharmacy.rows("select status from cart_hold order by status"))
                .containsExactly("COMMITTED", "RELEASED");
        pharmacy.clock.pass(Duration.ofSeconds(1));
        app.mortar.reservation.ClosedHolds.forgetOld(pharmacy.transactions, pharmacy.staff);
        assertThat(pharmacy.rows("select status from cart_hold")).containsExactly("COMMITTED");
    }
}
