package app.mortar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Limits;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A pharmacy on each of the two databases, empty before each test and at nine in the morning of 10 March 2026; after
 * each test its books must add up, whatever the test was about.
 */
@ParameterizedClass
@EnumSource(Db.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DeskTest {
    protected static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @Parameter
    protected Db db;

    protected Pharmacy pharmacy;
    private Books books;

    @BeforeParameterizedClassInvocation
    void open() {
        pharmacy = Pharmacy.open(db);
        books = new Books(pharmacy.link);
    }

    @BeforeEach
    void everything_is_empty() {
        Emptied.of(pharmacy.link);
        pharmacy.clock.set(MORNING);
        pharmacy.limits(Limits.STANDARD);
        pharmacy.alerts.reset();
    }

    @AfterEach
    void the_books_add_up() {
        assertThat(books.violations(pharmacy.clock.instant())).isEmpty();
    }

    @AfterParameterizedClassInvocation
    void close() {
        books.close();
        pharmacy.close();
    }

    /** Units of a new batch that expires in so many days. */
    protected void stock(String sku, String batch, int days, int units) {
        pharmacy.receive(sku, batch, pharmacy.today().plusDays(days), units);
    }

    protected static HoldRequest forCart(String cart, Wanted... items) {
        return new HoldRequest(cart, null, null, List.of(items));
    }

    protected static HoldRequest forOrder(String ref, Wanted... items) {
        return new HoldRequest(null, null, ref, List.of(items));
    }

    protected HoldStatus statusOf(HoldView hold) {
        return pharmacy.show(hold.token()).status();
    }

    protected Map<String, Integer> batchesOf(HoldView hold) {
        return Pharmacy.batches(pharmacy.show(hold.token()).items().getFirst().batches());
    }

    /** A confirmed order of these items. */
    protected OrderView confirmed(String ref, Wanted... items) {
        return placed(pharmacy.order(Pharmacy.request(ref, null, true, items)));
    }

    protected OrderView pending(String ref, @Nullable String hold, Wanted... items) {
        return placed(pharmacy.order(Pharmacy.request(ref, hold, false, items)));
    }

    protected static OrderView placed(OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.Placed placed -> placed.order();
            case OrderAnswer other -> throw new AssertionError(other);
        };
    }

    /** Moves an order where it must be able to go. */
    protected OrderView moved(OrderView order, OrderStatus next) {
        return switch (pharmacy.move(order.id(), next)) {
            case OrderAnswer.Stands stands -> stands.order();
            case OrderAnswer other -> throw new AssertionError(other);
        };
    }

    protected OrderView now(OrderView order) {
        return pharmacy.transactions.read(pharmacy.shop, tx -> pharmacy.orders.show(tx, order.id()));
    }

    protected static Map<String, Integer> batchesOf(OrderView order) {
        return Pharmacy.batches(order.items().getFirst().allocations());
    }

    protected static Map<String, Integer> missing(OrderAnswer answer) {
        return switch (answer) {
            case OrderAnswer.NotEnough no ->
                no.shortages().stream().collect(java.util.stream.Collectors.toMap(s -> s.sku(), s -> s.available()));
            case OrderAnswer other -> throw new AssertionError(other);
        };
    }
}
