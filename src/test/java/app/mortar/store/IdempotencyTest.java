package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.store.Idempotency.Answer;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Ticket;
import app.mortar.testing.Db;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Db.class)
class IdempotencyTest {
    private static final Actor SHOP = new Actor("Shop", "key:1", "test", Set.of());
    private static final Actor OTHER = new Actor("Other", "key:2", "test", Set.of());
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final Db db;
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final AtomicInteger done = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private Link link;

    @SuppressWarnings("NullAway.Init")
    private Idempotency desk;

    IdempotencyTest(Db db) {
        this.db = db;
    }

    @BeforeEach
    void open() {
        link = db.fresh();
        desk = process(NOON);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose.reversed()) {
            one.close();
        }
    }

    /** One program on the database; waits at most a second for a lock. */
    private Idempotency process(Instant now) {
        HikariDataSource pool = new HikariDataSource();
        String lockTimeout = db == Db.H2 ? "" : "&options=-c%20lock_timeout=1000";
        pool.setJdbcUrl((link.url() + lockTimeout).replace("LOCK_TIMEOUT=3000", "LOCK_TIMEOUT=1000"));
        pool.setUsername(link.user());
        pool.setPassword(link.password());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(24);
        toClose.add(pool);
        SessionFactory sessions = Sessions.open(pool, List.of(), false);
        toClose.add(sessions);
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Idempotency(new Transactions(sessions, StoreClock.of(clock), () -> ZoneOffset.UTC), clock);
    }

    private static Ticket ticket(String key, String body) {
        return new Ticket("POST /api/cart/reserve", key, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Work that leaves a row behind, so that a roll-back can be seen. */
    private Answer work(Tx tx, int status) {
        int number = done.incrementAndGet();
        tx.session()
                .createNativeMutationQuery("insert into pharmacy_setting (name, setting) values (:name, 'x')")
                .setParameter("name", "work" + number)
                .executeUpdate();
        return new Answer(status, "application/json", ("answer " + number).getBytes(StandardCharsets.UTF_8));
    }

    private Outcome ask(Idempotency process, Actor actor, Ticket ticket, int status) {
        return process.answer(actor, ticket, tx -> work(tx, status));
    }

    private long rows(String table) {
        HikariDataSource pool = (HikariDataSource) toClose.getFirst();
        try (var connection = pool.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case Outcome.First first -> "first " + text(first.answer());
            case Outcome.Replayed replayed -> "replayed " + text(replayed.answer());
            case Outcome.Mismatch mismatch -> "mismatch";
            case Outcome.InProgress inProgress -> "in progress";
        };
    }

    private static String text(Answer answer) {
        return answer.status() + " " + answer.mediaType() + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void in_a_group_a_key_is_its_owners_and_its_routes_alone() {
        ask(desk, SHOP, ticket("k", "{}"), 201);
        Idempotency.Owned mine = new Idempotency.Owned(SHOP.owner(), ticket("k", "{}"));
        Idempotency.Owned anothers = new Idempotency.Owned("key:another", ticket("k", "{}"));
        Idempotency.Owned elsewhere = new Idempotency.Owned(
                SHOP.owner(), new Ticket("POST /api/orders", "k", "{}".getBytes(StandardCharsets.UTF_8)));
        List<Idempotency.Owned> answered = new ArrayList<>();
        desk.answer(SHOP, null, tx -> {
            answered.addAll(desk.answered(tx.roundTrip(), List.of(mine, anothers, elsewhere))
                    .get()
                    .keySet());
            return new Answer(200, "text/plain", new byte[0]);
        });
        assertThat(answered).containsExactly(mine);
    }

    @Test
    void the_same_request_is_done_once_and_answered_the_same_again() {
        assertThat(text(ask(desk, SHOP, ticket("k", "{}"), 201))).isEqualTo("first 201 application/json answer 1");
        assertThat(text(ask(desk, SHOP, ticket("k", "{}"), 201))).isEqualTo("replayed 201 application/json answer 1");
        assertThat(text(ask(process(NOON), SHOP, ticket("k", "{}"), 500)))
                .isEqualTo("replayed 201 application/json answer 1");
        assertThat(rows("pharmacy_setting")).isEqualTo(1);
    }

    @Test
    void a_refusal_for_stock_is_an_answer_and_is_kept() {
        assertThat(text(ask(desk, SHOP, ticket("k", "{}"), 409))).startsWith("first 409");
        assertThat(text(ask(desk, SHOP, ticket("k", "{}"), 201))).startsWith("replayed 409");
    }

    @Test
    void any_other_refusal_leaves_nothing_behind_and_the_key_free() {
        for (int status : new int[] {400, 404, 422, 429, 503}) {
            assertThat(text(ask(desk, SHOP, ticket("k", "{}"), status))).startsWith("first " + status);
        }
        assertThat(rows("pharmacy_setting")).isZero();
        assertThat(rows("idempotency_answer")).isZero();
        assertThat(text(ask(desk, SHOP, ticket("k", "{}"), 201))).startsWith("first 201");
    }

    @Test
    void an_exception_leaves_nothing_behind_either() {
        assertThatThrownBy(() -> desk.answer(SHOP, ticket("k", "{}"), tx -> {
                    work(tx, 201);
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(rows("pharmacy_setting") + rows("idempotency_answer")).isZero();
    }

    @Test
    void without_a_key_everything_is_done_each_time_and_refusals_still_roll_back() {
        for (int status : new int[] {201, 201, 409, 404}) {
            desk.answer(SHOP, null, tx -> work(tx, status));
        }
        assertThat(rows("pharmacy_setting")).isEqualTo(3);
        assertThat(rows("idempotency_answer")).isZero();
    }

    @Test
    void the_same_key_with_another_body_is_a_mismatch() {
        ask(desk, SHOP, ticket("k", "{}"), 201);
        assertThat(text(ask(desk, SHOP, ticket("k", "{ }"), 201))).isEqualTo("mismatch");
        assertThat(rows("pharmacy_setting")).isEqualTo(1);
    }

    @Test
    void keys_of_other_clients_and_other_routes_are_other_keys() {
        ask(desk, SHOP, ticket("k", "{}"), 201);
        assertThat(text(ask(desk, OTHER, ticket("k", "{}"), 201))).startsWith("first");
        assertThat(text(ask(desk, SHOP, new Ticket("POST /api/orders", "k", new byte[0]), 201)))
                .startsWith("first");
        assertThat(text(ask(desk, SHOP, ticket("K", "{}"), 201))).startsWith("first");
        assertThat(rows("pharmacy_setting")).isEqualTo(4);
    }

    @Test
    void after_24_hours_a_key_is_new() {
        ask(desk, SHOP, ticket("k", "{}"), 201);
        Duration almost = Duration.ofHours(24).minusMillis(1);
        assertThat(text(ask(process(NOON.plus(almost)), SHOP, ticket("k", "{}"), 201)))
                .startsWith("replayed");
        Idempotency nextDay = process(NOON.plus(Duration.ofHours(24)));
        assertThat(text(ask(nextDay, SHOP, ticket("k", "other"), 201)))
                .isEqualTo("first 201 application/json answer 2");
        assertThat(text(ask(nextDay, SHOP, ticket("k", "other"), 201))).startsWith("replayed");
        assertThat(process(NOON.plus(Duration.ofHours(49))).forgetOld(SHOP)).isEqualTo(1);
        assertThat(rows("idempotency_answer")).isZero();
    }

    @Test
    void twenty_at_once_with_one_key_in_two_processes_are_done_once() throws Exception {
        Idempotency other = process(NOON);
        CyclicBarrier together = new CyclicBarrier(20);
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Idempotency process = i % 2 == 0 ? desk : other;
            requests.add(() -> {
                together.await(1, TimeUnit.MINUTES);
                return text(ask(process, SHOP, ticket("k", "{}"), 201));
            });
        }
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (Future<String> answer : threads.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).filteredOn(a -> a.startsWith("first")).hasSize(1);
        assertThat(answers).filteredOn(a -> a.startsWith("replayed 201")).hasSize(19);
        assertThat(answers.stream().map(a -> a.replaceFirst("\\w+ ", "")).distinct())
                .hasSize(1);
        assertThat(rows("pharmacy_setting")).isEqualTo(1);
    }

    @Test
    void who_comes_while_the_first_runs_waits_for_its_answer() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> first = threads.submit(() -> desk.answer(SHOP, ticket("k", "{}"), tx -> {
                Answer answer = work(tx, 201);
                started.countDown();
                waitFor(finish);
                return answer;
            }));
            waitFor(started);
            Idempotency other = process(NOON);
            assertThat(text(ask(other, SHOP, ticket("k", "{}"), 201)))
                    .as("longer than the lock time-out")
                    .isEqualTo("in progress");
            Future<Outcome> second = threads.submit(() -> ask(other, SHOP, ticket("k", "{}"), 201));
            finish.countDown();
            assertThat(text(first.get(1, TimeUnit.MINUTES))).startsWith("first 201");
            assertThat(text(second.get(1, TimeUnit.MINUTES))).startsWith("replayed 201");
            assertThat(rows("pharmacy_setting")).isEqualTo(1);
        }
    }

    @Test
    void when_the_first_is_refused_the_one_who_waited_does_the_work() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> first = threads.submit(() -> desk.answer(SHOP, ticket("k", "{}"), tx -> {
                Answer answer = work(tx, 404);
                started.countDown();
                waitFor(finish);
                return answer;
            }));
            waitFor(started);
            Future<Outcome> second = threads.submit(() -> ask(desk, SHOP, ticket("k", "{}"), 201));
            finish.countDown();
            assertThat(text(first.get(1, TimeUnit.MINUTES))).startsWith("first 404");
            assertThat(text(second.get(1, TimeUnit.MINUTES))).startsWith("first 201");
        }
    }

    @Test
    void a_lock_that_the_work_itself_does_not_get_is_unavailable_and_not_in_progress() throws Exception {
        desk.answer(SHOP, null, tx -> work(tx, 201));
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Outcome> holder = threads.submit(() -> desk.answer(OTHER, null, tx -> {
                Answer answer = changed(tx);
                started.countDown();
                waitFor(finish);
                return answer;
            }));
            waitFor(started);
            assertThatThrownBy(() -> desk.answer(SHOP, ticket("k", "{}"), IdempotencyTest::changed))
                    .isInstanceOf(StoreUnavailable.class);
            finish.countDown();
            assertThat(text(holder.get(1, TimeUnit.MINUTES))).startsWith("first 200");
        }
    }

    private static Answer changed(Tx tx) {
        tx.session()
                .createNativeMutationQuery("update pharmacy_setting set setting = 'y' where name = 'work1'")
                .executeUpdate();
        return new Answer(200, "application/json", new byte[0]);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
