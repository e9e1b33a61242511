package app.mortar.reservation;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.stock.Wanted;
import app.mortar.store.Idempotency;
import app.mortar.store.Idempotency.Answer;
import app.mortar.store.Idempotency.Outcome;
import app.mortar.store.Idempotency.Ticket;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests are made to wait together by one before them that is held up while its answer is put into words. */
@ParameterizedClass
@EnumSource(Db.class)
class CheckoutTest {
    private final Pharmacy pharmacy;
    private final Checkout checkout;
    private final ExecutorService customers = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> decidedBy = ConcurrentHashMap.newKeySet();
    private final CountDownLatch heldUp = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    CheckoutTest(Db db) {
        pharmacy = Pharmacy.open(db);
        checkout = new Checkout(
                pharmacy.transactions,
                pharmacy.reservations,
                new Idempotency(pharmacy.transactions, pharmacy.clock),
                Actor.agent("test"),
                Duration.ofSeconds(30));
    }

    @BeforeEach
    void goods() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 10);
        pharmacy.receive("IBU", "I", pharmacy.today().plusDays(30), 10);
    }

    @AfterEach
    void close() {
        goOn.countDown();
        customers.close();
        checkout.close();
        pharmacy.close();
    }

    private static HoldRequest cart(Wanted... items) {
        return new HoldRequest(null, null, null, List.of(items));
    }

    private Outcome ask(HoldRequest request, @Nullable Ticket ticket) {
        return checkout.answer(pharmacy.shop, request, ticket, this::worded);
    }

    private Answer worded(HoldAnswer answer) {
        decidedBy.add(Thread.currentThread().getName());
        int status = answer instanceof HoldAnswer.Created ? 201 : answer instanceof HoldAnswer.Refreshed ? 200 : 409;
        return new Answer(status, "text/plain", answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.First first -> first.answer().status();
            case Outcome.Replayed replayed -> replayed.answer().status();
            case Outcome other -> throw new AssertionError(other);
        };
    }

    /** One unit of PARA is being held, and whoever wants PARA waits, until {@link #goOn}. */
    private Future<Outcome> holdUp() throws InterruptedException {
        Future<Outcome> first =
                customers.submit(() -> checkout.answer(pharmacy.shop, cart(wanted("PARA", 1)), null, answer -> {
                    heldUp.countDown();
                    try {
                        assertThat(goOn.await(1, TimeUnit.MINUTES)).isTrue();
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                    return worded(answer);
                }));
        assertThat(heldUp.await(1, TimeUnit.MINUTES)).isTrue();
        return first;
    }

    private List<Outcome> together(List<HoldRequest> requests) throws Exception {
        Future<Outcome> first = holdUp();
        List<Future<Outcome>> waiting = new ArrayList<>();
        for (HoldRequest request : requests) {
            waiting.add(customers.submit(() -> ask(request, null)));
        }
        goOn.countDown();
        assertThat(status(first.get())).isEqualTo(201);
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> one : waiting) {
            outcomes.add(one.get());
        }
        return outcomes;
    }

    @Test
    void a_lone_request_is_answered_at_once() {
        assertThat(status(ask(cart(wanted("PARA", 10)), null))).isEqualTo(201);
        assertThat(status(ask(cart(wanted("PARA", 1)), null))).isEqualTo(409);
        assertThat(pharmacy.available("PARA")).isZero();
        assertThat(decidedBy).as("no customer had to go alone").allMatch(name -> name.startsWith("checkout-"));
    }

    @Test
    void many_that_wait_for_one_product_get_exactly_what_is_there() throws Exception {
        List<HoldRequest> requests = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            requests.add(cart(wanted("PARA", 1)));
        }
        List<Integer> answers =
                together(requests).stream().map(CheckoutTest::status).toList();
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(9);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(31);
        assertThat(pharmacy.rows("select reserved_quantity from inventory_batch where batch_number = 'A'"))
                .containsExactly("10");
    }

    @Test
    void one_that_cannot_be_meant_does_not_spoil_it_for_the_others() throws Exception {
        Future<Outcome> first = holdUp();
        Future<Outcome> good = customers.submit(() -> ask(cart(wanted("PARA", 2)), null));
        Future<Outcome> noItems = customers.submit(() -> ask(new HoldRequest("cart-1", null, null, List.of()), null));
        Future<Outcome> alsoGood = customers.submit(() -> ask(cart(wanted("PARA", 3)), null));
        goOn.countDown();
        assertThat(status(first.get())).isEqualTo(201);
        assertThat(status(good.get())).isEqualTo(201);
        assertThat(status(alsoGood.get())).isEqualTo(201);
        assertThatThrownBy(noItems::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(InvalidInput.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(4);
    }

    @Test
    void who_wants_another_product_is_not_kept_waiting() throws Exception {
        Future<Outcome> first = holdUp();
        assertThat(status(ask(cart(wanted("IBU", 1)), null))).isEqualTo(201);
        assertThat(first.isDone()).isFalse();
        goOn.countDown();
        assertThat(status(first.get())).isEqualTo(201);
    }

    @Test
    void one_key_sent_twenty_times_at_once_holds_once() throws Exception {
        Ticket ticket = new Ticket("POST /api/cart/reserve", "key-1", "{}".getBytes(StandardCharsets.UTF_8));
        List<Future<Outcome>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(customers.submit(() -> ask(cart(wanted("PARA", 1)), ticket)));
        }
        int first = 0;
        Set<String> bodies = ConcurrentHashMap.newKeySet();
        for (Future<Outcome> one : all) {
            Outcome outcome = one.get();
            first += outcome instanceof Outcome.First ? 1 : 0;
            Answer answer = outcome instanceof Outcome.First f ? f.answer() : ((Outcome.Replayed) outcome).answer();
            bodies.add(new String(answer.body(), StandardCharsets.UTF_8));
        }
        assertThat(first).isEqualTo(1);
        assertThat(bodies).hasSize(1);
        assertThat(pharmacy.available("PARA")).isEqualTo(9);
    }

    @Test
    void the_same_key_with_another_body_is_a_mismatch_and_a_refusal_is_replayed() {
        Ticket ticket = new Ticket("POST /api/cart/reserve", "key-2", "a".getBytes(StandardCharsets.UTF_8));
        Ticket other = new Ticket("POST /api/cart/reserve", "key-2", "b".getBytes(StandardCharsets.UTF_8));
        assertThat(status(ask(cart(wanted("PARA", 11)), ticket))).isEqualTo(409);
        assertThat(ask(cart(wanted("PARA", 1)), other)).isInstanceOf(Outcome.Mismatch.class);
        assertThat(ask(cart(wanted("PARA", 1)), ticket)).isInstanceOf(Outcome.Replayed.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
    }

    @Test
    void two_refreshes_of_one_cart_are_decided_one_after_the_other() throws Exception {
        HoldRequest three = new HoldRequest("cart-9", null, null, List.of(wanted("PARA", 3)));
        HoldRequest five = new HoldRequest("cart-9", null, null, List.of(wanted("PARA", 5)));
        List<Integer> answers = together(List.of(three, five)).stream()
                .map(CheckoutTest::status)
                .toList();
        assertThat(answers).containsExactlyInAnyOrder(201, 200);
        assertThat(pharmacy.rows("select count(*) from cart_hold where cart_id = 'cart-9'"))
                .containsExactly("1");
    }

    /** Another program has the product locked: whoever wants it waits by itself, the others do not. */
    @Test
    void a_product_that_somebody_else_has_locked_holds_up_only_those_who_want_it() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Future<?> other = customers.submit(() -> pharmacy.transactions.run(pharmacy.staff, tx -> {
            tx.session()
                    .createNativeQuery("select id from product where sku = 'PARA' for update", Long.class)
                    .getResultList();
            locked.countDown();
            try {
                assertThat(release.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }));
        assertThat(locked.await(1, TimeUnit.MINUTES)).isTrue();
        Future<Outcome> para = customers.submit(() -> ask(cart(wanted("PARA", 1)), null));
        assertThat(status(ask(cart(wanted("IBU", 1)), null))).isEqualTo(201);
        release.countDown();
        other.get();
        assertThat(status(para.get())).isEqualTo(201);
    }
}
