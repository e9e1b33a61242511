package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.stock.HoldStatus;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderDeskTest extends DeskTest {
    private static final Actor OTHER_SHOP =
            new Actor("other", "key:2", "api", EnumSet.of(Permission.RESERVE, Permission.ORDER));

    @BeforeEach
    void two_batches() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        stock("PARA", "A", 30, 6);
        stock("PARA", "B", 60, 4);
        stock("IBU", "I", 60, 9);
    }

    private String counters(String sku) {
        return pharmacy.rows("select stock_quantity, reserved_quantity from product where sku = '" + sku + "'")
                .getFirst();
    }

    private HoldView heldFor(String ref, int units) {
        return Pharmacy.held(pharmacy.reserve(forOrder(ref, wanted("PARA", units))));
    }

    @Test
    void each_step_is_lawful_exactly_where_the_table_says_so() {
        Map<OrderStatus, String> lawful = Map.of(
                OrderStatus.PENDING, "CONFIRMED PICKING PACKED DISPATCHED DELIVERED CANCELLED",
                OrderStatus.CONFIRMED, "PICKING PACKED DISPATCHED DELIVERED CANCELLED",
                OrderStatus.PICKING, "PACKED DISPATCHED DELIVERED CANCELLED",
                OrderStatus.PACKED, "DISPATCHED DELIVERED CANCELLED",
                OrderStatus.DISPATCHED, "DELIVERED RETURNED",
                OrderStatus.DELIVERED, "RETURNED",
                OrderStatus.CANCELLED, "",
                OrderStatus.RETURNED, "");
        stock("PARA", "C", 90, 100);
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                String step = from + " to " + to;
                OrderView order = pending(step, null, wanted("PARA", 1));
                if (from == OrderStatus.RETURNED) {
                    moved(order, OrderStatus.DISPATCHED);
                }
                moved(order, from);
                OrderAnswer answer = pharmacy.move(order.id(), to);
                if (from == to || lawful.get(from).contains(to.name())) {
                    assertThat(answer).as(step).isInstanceOfSatisfying(OrderAnswer.Stands.class, stands -> assertThat(
                                    stands.order().status())
                            .isEqualTo(to));
                } else {
                    assertThat(answer).as(step).isEqualTo(new OrderAnswer.IllegalStep(from, to));
                    assertThat(now(order).status()).as(step).isEqualTo(from);
                }
            }
        }
    }

    @Test
    void the_last_units_are_an_orders_own_when_its_own_hold_keeps_them() {
        HoldView hold = pharmacy.hold(wanted("PARA", 10));
        OrderView order = placed(pharmacy.order(request("O-1", hold.token(), true)));
        assertThat(order.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(order.reservationId()).isEqualTo(hold.token());
        assertThat(batchesOf(order)).isEqualTo(Map.of("A", 6, "B", 4));
        assertThat(counters("PARA")).isEqualTo("10 10");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.COMMITTED);
    }

    @Test
    void a_commitment_has_no_timer() {
        HoldView hold = pharmacy.hold(wanted("PARA", 10));
        OrderView order = placed(pharmacy.order(request("O-1", hold.token(), true)));
        pharmacy.clock.pass(Duration.ofDays(2));
        assertThat(pharmacy.sweep()).isZero();
        assertThat(pharmacy.available("PARA")).isZero();
        assertThat(moved(order, OrderStatus.DELIVERED).stockUpdatedAt()).isEqualTo(pharmacy.clock.instant());
    }

    @Test
    void a_pending_order_does_not_stop_the_timer_of_its_hold() {
        HoldView hold = pharmacy.hold(wanted("PARA", 10));
        OrderView order = pending("O-1", hold.token());
        assertThat(order.items()).singleElement().satisfies(i -> assertThat(i.quantity())
                .isEqualTo(10));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
        HoldView other = pharmacy.hold(wanted("PARA", 1));
        assertThat(missing(pharmacy.move(order.id(), OrderStatus.CONFIRMED))).isEqualTo(Map.of("PARA", 9));
        assertThat(now(order).status()).isEqualTo(OrderStatus.PENDING);
        pharmacy.release(other.token());
        OrderView confirmed = moved(order, OrderStatus.CONFIRMED);
        assertThat(confirmed.reservationId()).isEqualTo(hold.token());
        assertThat(batchesOf(confirmed)).isEqualTo(Map.of("A", 6, "B", 4));
    }

    @Test
    void a_lapsed_hold_is_allocated_anew_if_stock_is_there_and_else_no_order_is_made() {
        HoldView hold = pharmacy.hold(wanted("PARA", 3));
        pharmacy.clock.pass(Duration.ofMinutes(16));
        HoldView other = pharmacy.hold(wanted("PARA", 8));
        assertThat(missing(pharmacy.order(request("O-1", hold.token(), true)))).isEqualTo(Map.of("PARA", 2));
        assertThat(pharmacy.rows("select count(*) from sales_order")).containsExactly("0");
        pharmacy.release(other.token());
        OrderView order = placed(pharmacy.order(request("O-1", hold.token(), true, wanted("PARA", 3))));
        assertThat(order.reservationId()).isEqualTo(hold.token());
        assertThat(batchesOf(order)).isEqualTo(Map.of("A", 3));
        assertThat(pharmacy.sweep()).isZero();
        assertThat(counters("PARA")).isEqualTo("10 3");
    }

    @Test
    void dispatch_after_the_hold_ran_out_and_somebody_else_bought_the_units_is_refused_and_nothing_goes_negative() {
        HoldView hold = pharmacy.hold(wanted("PARA", 10));
        OrderView late = pending("O-late", hold.token());
        pharmacy.clock.pass(Duration.ofMinutes(16));
        moved(confirmed("O-other", wanted("PARA", 9)), OrderStatus.DISPATCHED);
        assertThat(missing(pharmacy.move(late.id(), OrderStatus.DISPATCHED))).isEqualTo(Map.of("PARA", 1));
        assertThat(now(late).status()).isEqualTo(OrderStatus.PENDING);
        assertThat(counters("PARA")).isEqualTo("1 0");
    }

    @Test
    void items_beside_a_hold_must_equal_it() {
        HoldView hold = pharmacy.hold(wanted("PARA", 3), wanted("IBU", 1));
        for (boolean confirm : new boolean[] {false, true}) {
            assertThat(pharmacy.order(request("O-1", hold.token(), confirm, wanted("PARA", 3))))
                    .isInstanceOf(OrderAnswer.ItemsDiffer.class);
            assertThat(pharmacy.order(request("O-1", hold.token(), confirm, wanted("PARA", 4), wanted("IBU", 1))))
                    .isInstanceOf(OrderAnswer.ItemsDiffer.class);
        }
        OrderView order = placed(pharmacy.order(
                request("O-1", hold.token(), true, wanted("IBU", 1), wanted("PARA", 2), wanted("PARA", 1))));
        assertThat(order.items()).hasSize(2);
        assertThat(counters("PARA")).isEqualTo("10 3");
    }

    @Test
    void an_order_with_the_reference_of_a_hold_takes_it_over_and_of_two_live_ones_the_newest() {
        HoldView older = heldFor("O-1", 2);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        HoldView newer = heldFor("O-1", 3);
        OrderView order = placed(pharmacy.order(request("O-1", null, true)));
        assertThat(order.reservationId()).isEqualTo(newer.token());
        assertThat(order.items().getFirst().quantity()).isEqualTo(3);
        assertThat(statusOf(older)).isEqualTo(HoldStatus.ACTIVE);
        moved(order, OrderStatus.DISPATCHED);
        assertThat(statusOf(older)).isEqualTo(HoldStatus.RELEASED);
        assertThat(counters("PARA")).isEqualTo("7 0");
    }

    @Test
    void the_live_hold_of_a_reference_goes_before_a_newer_one_that_was_released_or_has_lapsed() {
        HoldView live = heldFor("O-1", 2);
        pharmacy.clock.pass(Duration.ofMinutes(1));
        HoldView released = heldFor("O-1", 3);
        pharmacy.release(released.token());
        HoldView lapsed = heldFor("O-1", 4);
        pharmacy.clock.pass(Duration.ofMinutes(13));
        pharmacy.refresh(live.token());
        pharmacy.clock.pass(Duration.ofMinutes(2));
        assertThat(statusOf(lapsed)).isEqualTo(HoldStatus.EXPIRED);
        OrderView order = placed(pharmacy.order(request("O-1", null, true)));
        assertThat(order.reservationId()).isEqualTo(live.token());
    }

    @Test
    void a_pending_order_finds_the_hold_that_was_taken_with_its_reference_later() {
        OrderView order = pending("O-1", null, wanted("PARA", 10));
        HoldView hold = heldFor("O-1", 10);
        OrderView confirmed = moved(order, OrderStatus.PACKED);
        assertThat(confirmed.reservationId()).isEqualTo(hold.token());
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.COMMITTED);
    }

    @Test
    void a_pending_order_that_is_dispatched_at_once_closes_the_hold_it_finds_by_its_reference_as_fulfilled() {
        OrderView order = pending("O-1", null, wanted("PARA", 10));
        HoldView hold = heldFor("O-1", 10);
        moved(order, OrderStatus.DISPATCHED);
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.FULFILLED);
    }

    @Test
    void somebody_elses_hold_with_the_same_reference_is_not_taken() {
        HoldView theirs = pharmacyHoldOf(OTHER_SHOP, "O-1", 7);
        OrderView order = placed(pharmacy.order(request("O-1", null, true, wanted("PARA", 3))));
        assertThat(order.reservationId()).isNotEqualTo(theirs.token());
        assertThat(pharmacy.order(request("O-2", theirs.token(), true))).isInstanceOf(OrderAnswer.UnknownHold.class);
        moved(order, OrderStatus.DISPATCHED);
        assertThat(counters("PARA")).isEqualTo("7 7");
    }

    private HoldView pharmacyHoldOf(Actor actor, String ref, int units) {
        HoldAnswer answer = pharmacy.transactions.write(
                actor, tx -> pharmacy.reservations.reserve(tx, forOrder(ref, wanted("PARA", units))));
        return Pharmacy.held(answer);
    }

    @Test
    void a_released_hold_and_that_of_another_order_are_closed_and_an_unknown_one_is_unknown() {
        HoldView released = pharmacy.hold(wanted("PARA", 1));
        pharmacy.release(released.token());
        assertThat(pharmacy.order(request("O-1", released.token(), true)))
                .isEqualTo(new OrderAnswer.HoldClosed(HoldStatus.RELEASED));
        HoldView taken = pharmacy.hold(wanted("PARA", 1));
        pending("O-2", taken.token());
        assertThat(pharmacy.order(request("O-3", taken.token(), true))).isInstanceOf(OrderAnswer.HoldClosed.class);
        HoldView committed = pharmacy.hold(wanted("PARA", 1));
        placed(pharmacy.order(request("O-4", committed.token(), true)));
        assertThat(pharmacy.order(request("O-5", committed.token(), false)))
                .isEqualTo(new OrderAnswer.HoldClosed(HoldStatus.COMMITTED));
        assertThat(pharmacy.order(request("O-6", "nobody", true))).isInstanceOf(OrderAnswer.UnknownHold.class);
    }

    @Test
    void a_pending_order_whose_hold_was_released_is_allocated_on_the_way() {
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        OrderView order = pending("O-1", hold.token());
        pharmacy.release(hold.token());
        OrderView dispatched = moved(order, OrderStatus.DISPATCHED);
        assertThat(dispatched.reservationId()).isNotEqualTo(hold.token());
        assertThat(batchesOf(dispatched)).isEqualTo(Map.of("A", 2));
    }

    @Test
    void a_pending_order_gets_what_it_asked_for_even_when_its_cart_was_changed_since() {
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        OrderView order = pending("O-1", hold.token());
        pharmacy.refresh(hold.token(), wanted("PARA", 7), wanted("IBU", 9));
        OrderView confirmed = moved(order, OrderStatus.CONFIRMED);
        assertThat(batchesOf(confirmed)).isEqualTo(Map.of("A", 2));
        assertThat(confirmed.items()).hasSize(1);
        assertThat(counters("PARA") + " " + counters("IBU")).isEqualTo("10 2 9 0");
    }

    @Test
    void stock_goes_down_once_at_dispatch_or_delivery_whichever_comes_first() {
        OrderView order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 2));
        assertThat(order.stockUpdatedAt()).isNull();
        pharmacy.clock.pass(Duration.ofMinutes(5));
        OrderView dispatched = moved(order, OrderStatus.DISPATCHED);
        pharmacy.clock.pass(Duration.ofMinutes(5));
        moved(order, OrderStatus.DISPATCHED);
        OrderView delivered = moved(order, OrderStatus.DELIVERED);
        assertThat(delivered.stockUpdatedAt())
                .isEqualTo(dispatched.stockUpdatedAt())
                .isEqualTo(MORNING.plusSeconds(300));
        assertThat(pharmacy.rows("""
                        select p.sku, m.batch_number, m.quantity, m.fefo, m.reference from inventory_movement m
                        join product p on p.id = m.product_id where m.type = 'OUT' order by p.sku, m.seq""")).containsExactly("IBU I -2 YES O-1", "PARA A -6 YES O-1", "PARA B -2 YES O-1");
        OrderView straight = confirmed("O-2", wanted("PARA", 1));
        assertThat(moved(straight, OrderStatus.DELIVERED).stockUpdatedAt()).isNotNull();
        assertThat(counters("PARA")).isEqualTo("1 0");
    }

    @Test
    void dispatch_takes_all_lines_or_none() {
        OrderView order = confirmed("O-1", wanted("PARA", 8), wanted("IBU", 2));
        pharmacy.recall("PARA", "B");
        assertThat(missing(pharmacy.move(order.id(), OrderStatus.DISPATCHED))).isEqualTo(Map.of("PARA", 6));
        assertThat(now(order).status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(counters("PARA") + " " + counters("IBU")).isEqualTo("10 6 9 2");
        assertThat(pharmacy.rows("select count(*) from inventory_movement where type = 'OUT'"))
                .containsExactly("0");
    }

    @Test
    void a_short_order_is_filled_up_and_dispatched_when_stock_is_there_again() {
        OrderView order = confirmed("O-1", wanted("PARA", 8));
        pharmacy.recall("PARA", "A");
        assertThat(moved(order, OrderStatus.PICKING).shortages()).hasSize(1);
        stock("PARA", "C", 45, 4);
        OrderView dispatched = moved(order, OrderStatus.DISPATCHED);
        assertThat(batchesOf(dispatched)).isEqualTo(Map.of("C", 4, "B", 4));
        assertThat(dispatched.shortages()).isEmpty();
        assertThat(counters("PARA")).isEqualTo("6 0");
    }

    @Test
    void an_order_that_lost_everything_can_be_filled_up_or_cancelled() {
        OrderView filled = confirmed("O-1", wanted("PARA", 3));
        OrderView cancelled = confirmed("O-2", wanted("PARA", 3));
        pharmacy.recall("PARA", "A");
        pharmacy.recall("PARA", "B");
        assertThat(moved(cancelled, OrderStatus.CANCELLED).shortages()).isEmpty();
        assertThat(missing(pharmacy.move(filled.id(), OrderStatus.DISPATCHED))).isEqualTo(Map.of("PARA", 0));
        stock("PARA", "C", 45, 3);
        assertThat(batchesOf(moved(filled, OrderStatus.DISPATCHED))).isEqualTo(Map.of("C", 3));
    }

    @Test
    void cancelling_gives_the_units_back_once_whether_held_or_committed() {
        OrderView committed = confirmed("O-1", wanted("PARA", 4));
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        OrderView pending = pending("O-2", hold.token());
        moved(committed, OrderStatus.CANCELLED);
        moved(committed, OrderStatus.CANCELLED);
        moved(pending, OrderStatus.CANCELLED);
        assertThat(counters("PARA")).isEqualTo("10 0");
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.show(hold.token()).releasedReason()).contains("O-2");
        assertThat(pharmacy.refresh(hold.token())).isEqualTo(new HoldAnswer.Closed(HoldStatus.RELEASED));
    }

    @Test
    void what_comes_back_waits_in_quarantine_also_in_a_batch_that_expired_or_was_recalled() {
        OrderView order = confirmed("O-1", wanted("PARA", 8));
        moved(order, OrderStatus.DISPATCHED);
        pharmacy.recall("PARA", "B");
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(40)));
        OrderView returned = moved(order, OrderStatus.RETURNED);
        assertThat(returned.stockUpdatedAt()).isNotNull();
        assertThat(pharmacy.rows("select batch_number, quantity, quarantined_quantity from inventory_batch order by 1"))
                .containsExactly("A 6 6", "B 4 2", "I 9 0");
        assertThat(pharmacy.rows(
                        "select batch_number, quantity from inventory_movement where type = 'RETURN' order by 1"))
                .containsExactly("A 6", "B 2");
        assertThat(pharmacy.available("PARA")).isZero();
    }

    @Test
    void the_same_reference_again_answers_the_order_as_it_stands_and_holds_nothing_twice() {
        OrderView order = confirmed("O-1", wanted("PARA", 4));
        moved(order, OrderStatus.PACKED);
        assertThat(pharmacy.order(request("O-1", null, true, wanted("IBU", 1))))
                .isInstanceOfSatisfying(OrderAnswer.Stands.class, stands -> {
                    assertThat(stands.order().id()).isEqualTo(order.id());
                    assertThat(stands.order().status()).isEqualTo(OrderStatus.PACKED);
                });
        assertThat(counters("PARA") + " " + counters("IBU")).isEqualTo("10 4 9 0");
        OrderAnswer theirs = pharmacy.transactions.write(
                OTHER_SHOP, tx -> pharmacy.orders.place(tx, request("O-1", null, false, wanted("PARA", 1))));
        assertThat(theirs).isInstanceOf(OrderAnswer.Placed.class);
    }

    @Test
    void not_enough_names_every_short_line_and_unknown_products_come_first() {
        assertThat(missing(pharmacy.order(request("O-1", null, true, wanted("PARA", 11), wanted("IBU", 10)))))
                .isEqualTo(Map.of("PARA", 10, "IBU", 9));
        assertThat(pharmacy.order(request("O-1", null, true, wanted("NO", 1), wanted("PARA", 11), wanted("NIX", 1))))
                .isEqualTo(new OrderAnswer.UnknownProducts(java.util.List.of("NO", "NIX")));
    }

    @Test
    void lines_of_one_product_are_summed() {
        assertThat(missing(pharmacy.order(request("O-1", null, true, wanted("PARA", 6), wanted("PARA", 5)))))
                .isEqualTo(Map.of("PARA", 10));
        assertThat(confirmed("O-1", wanted("PARA", 6), wanted("PARA", 4)).items())
                .hasSize(1);
    }

    @Test
    void somebody_elses_order_is_unknown_and_who_may_not_order_cannot() {
        OrderView order = confirmed("O-1", wanted("PARA", 1));
        OrderAnswer theirs =
                pharmacy.transactions.write(OTHER_SHOP, tx -> pharmacy.orders.move(tx, order.id(), OrderStatus.PACKED));
        assertThat(theirs).isInstanceOf(OrderAnswer.UnknownOrder.class);
        assertThat(pharmacy.move(order.id() + 999, OrderStatus.PACKED)).isInstanceOf(OrderAnswer.UnknownOrder.class);
        OrderView seen = pharmacy.transactions.read(OTHER_SHOP, tx -> pharmacy.orders.show(tx, order.id()));
        assertThat(seen).isNull();
        Actor reader = new Actor("reader", "key:1", "api", EnumSet.of(Permission.SEE_STOCK));
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        reader, tx -> pharmacy.orders.move(tx, order.id(), OrderStatus.PACKED)))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_hold_that_lapsed_beside_its_order_is_closed_with_it_even_when_the_shop_woke_it_up_again() {
        HoldView first = pharmacy.hold(wanted("PARA", 2));
        OrderView order = pending("O-1", first.token());
        pharmacy.clock.pass(Duration.ofMinutes(15));
        HoldView second = heldFor("O-1", 2);
        moved(order, OrderStatus.CONFIRMED);
        assertThat(statusOf(second)).isEqualTo(HoldStatus.COMMITTED);
        pharmacy.refresh(first.token());
        moved(order, OrderStatus.DISPATCHED);
        assertThat(counters("PARA")).isEqualTo("8 0");
    }
}
