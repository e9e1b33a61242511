package app.mortar.reservation;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.store.Idempotency;
import app.mortar.store.Idempotency.Answer;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Ticket;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountedVerdictsTest extends DeskTest {
    @BeforeEach
    void goods() {
        pharmacy.verdicts.write(); // what an earlier test has counted
        pharmacy.transactions.run(pharmacy.staff, tx -> tx.session()
                .createNativeMutationQuery("delete from reservation_minute")
                .executeUpdate());
        pharmacy.product("PARA");
        stock("PARA", "A", 90, 10);
    }

    private List<String> counted() {
        pharmacy.verdicts.write();
        return pharmacy.rows("select sum(granted), sum(refused) from reservation_minute group by at order by at");
    }

    @Test
    void creations_and_refreshes_with_items_are_counted_and_refusals_for_stock_too() {
        var hold = pharmacy.hold(wanted("PARA", 4));
        pharmacy.refresh(hold.token(), wanted("PARA", 6));
        pharmacy.reserve(wanted("PARA", 5));
        assertThat(counted()).containsExactly("2 1");
    }

    @Test
    void what_asks_for_no_units_is_not_counted() {
        var hold = pharmacy.hold(wanted("PARA", 4));
        pharmacy.refresh(hold.token());
        pharmacy.reserve(wanted("UNKNOWN", 1));
        pharmacy.release(hold.token());
        pharmacy.refresh(hold.token(), wanted("PARA", 1));
        assertThat(counted()).containsExactly("1 0");
    }

    @Test
    void a_decision_that_is_rolled_back_is_not_counted() {
        assertThatThrownBy(() -> pharmacy.transactions.run(pharmacy.shop, tx -> {
                    pharmacy.reservations.reserve(tx, forCart("c", wanted("PARA", 1)));
                    throw new IllegalStateException("something else of the same act failed");
                }))
                .hasMessageContaining("something else");
        assertThat(counted()).isEmpty();
    }

    @Test
    void each_minute_is_a_row_of_this_process_and_grows() {
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.clock.pass(Duration.ofSeconds(59));
        pharmacy.hold(wanted("PARA", 1));
        assertThat(counted()).containsExactly("2 0");
        pharmacy.hold(wanted("PARA", 1));
        pharmacy.clock.pass(Duration.ofSeconds(1));
        pharmacy.hold(wanted("PARA", 1));
        assertThat(counted()).containsExactly("3 0", "1 0");
    }

    @Test
    void two_processes_share_no_row() {
        try (Pharmacy other = Pharmacy.on(pharmacy.link)) {
            other.hold(wanted("PARA", 1));
            other.verdicts.write();
        }
        pharmacy.hold(wanted("PARA", 1));
        assertThat(counted()).containsExactly("2 0");
        assertThat(pharmacy.rows("select count(distinct process) from reservation_minute"))
                .containsExactly("2");
    }

    @Test
    void what_is_not_written_yet_is_written_at_the_end() {
        try (Pharmacy other = Pharmacy.on(pharmacy.link)) {
            other.hold(wanted("PARA", 1));
        }
        assertThat(pharmacy.rows("select granted from reservation_minute")).containsExactly("1");
    }

    @Test
    void they_are_written_a_moment_later_by_themselves() {
        try (CountedVerdicts verdicts =
                new CountedVerdicts(pharmacy.transactions, pharmacy.staff, Duration.ofMillis(1))) {
            verdicts.decided(MORNING, 3, 1);
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                            pharmacy.rows("select granted, refused from reservation_minute"))
                    .containsExactly("3 1"));
        }
    }

    /** The first, on its own, is held up while its answer is worded; the five behind it are decided together. */
    @Test
    void a_group_counts_each_once_also_those_that_it_refuses_and_that_ask_again_alone() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Checkout checkout = new Checkout(
                pharmacy.transactions,
                pharmacy.reservations,
                new Idempotency(pharmacy.transactions, pharmacy.clock),
                Actor.agent("test"),
                Duration.ofSeconds(60));
        try (var customers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = customers.submit(
                    () -> checkout.answer(pharmacy.shop, forCart("first", wanted("PARA", 2)), null, answer -> {
                        begun.countDown();
                        await(goOn);
                        return worded(answer);
                    }));
            assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
            for (int i = 0; i < 5; i++) {
                String cart = "cart-" + i;
                var _ = customers.submit(() -> ask(checkout, cart, wanted("PARA", 2), null));
            }
            goOn.countDown();
            assertThat(first).succeedsWithin(Duration.ofMinutes(1));
        }
        checkout.close();
        assertThat(counted()).containsExactly("5 1");
    }

    @Test
    void a_replay_is_not_counted_again() {
        Checkout checkout = new Checkout(
                pharmacy.transactions,
                pharmacy.reservations,
                new Idempotency(pharmacy.transactions, pharmacy.clock),
                Actor.agent("test"),
                Duration.ofSeconds(60));
        Ticket ticket = new Ticket("POST /api/cart/reserve", "once", new byte[0]);
        assertThat(ask(checkout, "c", wanted("PARA", 2), ticket)).isInstanceOf(Outcome.First.class);
        assertThat(ask(checkout, "c", wanted("PARA", 2), ticket)).isInstanceOf(Outcome.Replayed.class);
        checkout.close();
        assertThat(counted()).containsExactly("1 0");
    }

    private Outcome ask(Checkout checkout, String cart, app.mortar.stock.Wanted wanted, @Nullable Ticket ticket) {
        return checkout.answer(pharmacy.shop, forCart(cart, wanted), ticket, CountedVerdictsTest::worded);
    }

    private static Answer worded(HoldAnswer answer) {
        boolean granted = answer instanceof HoldAnswer.Created || answer instanceof HoldAnswer.Refreshed;
        return new Answer(granted ? 201 : 409, "text/plain", "said".getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
