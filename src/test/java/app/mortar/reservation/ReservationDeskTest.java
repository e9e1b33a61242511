package app.mortar.reservation;

import static app.mortar.testing.Pharmacy.batches;
import static app.mortar.testing.Pharmacy.held;
import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shortage;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReservationDeskTest extends DeskTest {
    private static final Actor OTHER_SHOP =
            new Actor("other", "key:2", "api", EnumSet.of(Permission.RESERVE, Permission.ORDER));

    @BeforeEach
    void three_batches_of_paracetamol() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(60), 4);
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 3);
        pharmacy.receive("PARA", "C", pharmacy.today().plusDays(90), 5);
        pharmacy.receive("IBU", "I", pharmacy.today().plusDays(90), 2);
    }

    @Test
    void takes_the_earliest_expiry_first_and_splits_over_batches() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        assertThat(batches(hold.items().getFirst().batches())).isEqualTo(Map.of("A", 3, "B", 2));
        assertThat(hold.expiresInSeconds()).isEqualTo(900);
        assertThat(pharmacy.available("PARA")).isEqualTo(7);
        assertThat(pharmacy.rows("select sum(reserved_quantity) from product")).containsExactly("5");
    }

    @Test
    void at_fifteen_minutes_exactly_the_hold_has_lapsed_and_its_units_go_to_whoever_asks() {
        HoldView hold = pharmacy.hold(wanted("PARA", 12));
        pharmacy.clock.pass(Duration.ofMillis(899_999));
        assertThat(pharmacy.reserve(wanted("PARA", 1))).isInstanceOf(HoldAnswer.NotEnough.class);
        pharmacy.clock.pass(Duration.ofMillis(1));
        assertThat(pharmacy.show(hold.token())).extracting(HoldView::status).isEqualTo(HoldStatus.EXPIRED);
        assertThat(pharmacy.available("PARA")).isEqualTo(12);
        pharmacy.hold(wanted("PARA", 12));
        assertThat(pharmacy.sweep()).isEqualTo(1);
        assertThat(pharmacy.available("PARA")).isZero();
    }

    @Test
    void a_refresh_replaces_the_lines_and_the_carts_own_units_count_as_free() {
        HoldView hold = pharmacy.hold(wanted("PARA", 12), wanted("IBU", 1));
        pharmacy.clock.pass(Duration.ofMinutes(10));
        HoldView again = held(pharmacy.refresh(hold.token(), wanted("PARA", 12)));
        assertThat(again.token()).isEqualTo(hold.token());
        assertThat(again.expiresInSeconds()).isEqualTo(900);
        assertThat(again.items()).hasSize(1);
        assertThat(pharmacy.available("IBU")).isEqualTo(2);
        assertThat(pharmacy.refresh(hold.token(), wanted("PARA", 13)))
                .isInstanceOfSatisfying(
                        HoldAnswer.NotEnough.class,
                        no -> assertThat(no.shortages().getFirst().available()).isEqualTo(12));
        assertThat(pharmacy.show(hold.token())).extracting(HoldView::status).isEqualTo(HoldStatus.ACTIVE);
    }

    @Test
    void an_order_uses_its_own_hold_and_stock_goes_down_once() {
        HoldView hold = pharmacy.hold(wanted("PARA", 12));
        OrderAnswer answer = pharmacy.order(request("O-1", hold.token(), true));
        assertThat(answer).isInstanceOf(OrderAnswer.Placed.class);
        long id = ((OrderAnswer.Placed) answer).order().id();
        assertThat(pharmacy.move(id, OrderStatus.DISPATCHED)).isInstanceOf(OrderAnswer.Stands.class);
        assertThat(pharmacy.move(id, OrderStatus.DELIVERED)).isInstanceOf(OrderAnswer.Stands.class);
        assertThat(pharmacy.rows("select stock_quantity, reserved_quantity from product where sku = 'PARA'"))
                .containsExactly("0 0");
        assertThat(pharmacy.rows(
                        "select batch_number, quantity from inventory_movement where type = 'OUT' order by seq"))
                .containsExactly("A -3", "B -4", "C -5");
        assertThat(pharmacy.move(id, OrderStatus.RETURNED)).isInstanceOf(OrderAnswer.Stands.class);
        assertThat(pharmacy.why("PARA").quarantined()).isEqualTo(12);
        assertThat(pharmacy.available("PARA")).isZero();
    }

    @Test
    void a_recall_moves_the_promise_to_another_batch_or_breaks_it() {
        HoldView small = pharmacy.hold(wanted("PARA", 2), wanted("IBU", 1));
        HoldView large = pharmacy.hold(wanted("PARA", 9));
        pharmacy.recall("PARA", "C");
        assertThat(pharmacy.show(large.token())).extracting(HoldView::status).isEqualTo(HoldStatus.RELEASED);
        pharmacy.recall("PARA", "A");
        assertThat(pharmacy.show(small.token())).extracting(HoldView::status).isEqualTo(HoldStatus.ACTIVE);
        assertThat(batches(pharmacy.show(small.token()).items().getFirst().batches()))
                .isEqualTo(Map.of("B", 2));
        pharmacy.recall("PARA", "B");
        assertThat(pharmacy.show(small.token())).extracting(HoldView::status).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.available("IBU")).isEqualTo(2);
    }

    private static HoldRequest named(String cart, String token, app.mortar.stock.Wanted... items) {
        return new HoldRequest(cart, token, null, List.of(items));
    }

    private HoldAnswer reserveAs(Actor actor, HoldRequest request) {
        return pharmacy.transactions.write(actor, tx -> pharmacy.reservations.reserve(tx, request));
    }

    private static Map<String, Integer> shortages(HoldAnswer answer) {
        assertThat(answer).isInstanceOf(HoldAnswer.NotEnough.class);
        return ((HoldAnswer.NotEnough) answer)
                .shortages().stream().collect(java.util.stream.Collectors.toMap(Shortage::sku, Shortage::available));
    }

    private static void over(HoldAnswer answer, HoldAnswer.Limit limit) {
        assertThat(answer).isInstanceOfSatisfying(HoldAnswer.OverLimit.class, no -> assertThat(no.limit())
                .isEqualTo(limit));
    }

    @Test
    void all_lines_are_kept_or_none_and_every_short_one_is_named() {
        assertThat(shortages(pharmacy.reserve(wanted("PARA", 13), wanted("IBU", 3))))
                .isEqualTo(Map.of("PARA", 12, "IBU", 2));
        assertThat(shortages(pharmacy.reserve(wanted("PARA", 1), wanted("IBU", 3))))
                .isEqualTo(Map.of("IBU", 2));
        assertThat(pharmacy.available("PARA")).isEqualTo(12);
        assertThat(pharmacy.rows("select count(*) from cart_hold")).containsExactly("0");
    }

    @Test
    void lines_of_one_product_are_summed_before_they_are_judged() {
        assertThat(shortages(pharmacy.reserve(wanted("PARA", 7), wanted("IBU", 1), wanted("PARA", 6))))
                .isEqualTo(Map.of("PARA", 12));
        HoldView hold = pharmacy.hold(wanted("PARA", 7), wanted("PARA", 5));
        assertThat(hold.items()).singleElement().satisfies(i -> assertThat(i.quantity())
                .isEqualTo(12));
        HoldAnswer tooMany = pharmacy.reserve(wanted("PARA", Integer.MAX_VALUE), wanted("PARA", Integer.MAX_VALUE));
        over(tooMany, HoldAnswer.Limit.QUANTITY);
        pharmacy.limits(new Limits(Duration.ofMinutes(15), 0, 0, Duration.ZERO));
        assertThat(shortages(pharmacy.reserve(wanted("PARA", Integer.MAX_VALUE), wanted("PARA", Integer.MAX_VALUE))))
                .isEqualTo(Map.of("PARA", 0));
    }

    @Test
    void unknown_products_are_checked_first_and_all_named_and_an_inactive_one_counts_as_none() {
        assertThat(pharmacy.reserve(wanted("NO", 1), wanted("PARA", 99), wanted("NIX", 1), wanted("NO", 2)))
                .isEqualTo(new HoldAnswer.UnknownProducts(List.of("NO", "NIX")));
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        deactivate("PARA");
        assertThat(shortages(pharmacy.reserve(wanted("PARA", 1)))).isEqualTo(Map.of("PARA", 0));
        assertThat(shortages(pharmacy.refresh(hold.token(), wanted("PARA", 2)))).isEqualTo(Map.of("PARA", 0));
        assertThat(pharmacy.refresh(hold.token())).isInstanceOf(HoldAnswer.Refreshed.class);
        OrderAnswer order = pharmacy.order(request("O-1", hold.token(), true));
        assertThat(order).isInstanceOf(OrderAnswer.NotEnough.class);
    }

    private void deactivate(String sku) {
        var f = Pharmacy.form(sku);
        var inactive = new app.mortar.catalogue.ProductForm(
                f.sku(), f.name(), null, null, null, null, null, null, null, null, 0, null, null, null, false, true,
                false);
        pharmacy.transactions.run(pharmacy.staff, tx -> pharmacy.products.replace(tx, sku, inactive));
    }

    @Test
    void a_refresh_without_items_keeps_lines_and_batches_and_starts_the_timer_again_without_adding_up() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5), wanted("IBU", 1));
        pharmacy.clock.pass(Duration.ofMinutes(14));
        stock("PARA", "early", 10, 9);
        HoldView again = held(pharmacy.refresh(hold.token()));
        assertThat(again.expiresAt()).isEqualTo(pharmacy.clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(again.items()).isEqualTo(hold.items());
        assertThat(pharmacy.rows("select distinct expires_at from stock_reservation"))
                .hasSize(1);
    }

    @Test
    void a_refresh_with_items_is_planned_anew_from_the_earliest_expiry() {
        HoldView hold = pharmacy.hold(wanted("PARA", 2));
        stock("PARA", "early", 10, 1);
        held(pharmacy.refresh(hold.token(), wanted("PARA", 2)));
        assertThat(batchesOf(hold)).isEqualTo(Map.of("early", 1, "A", 1));
    }

    @Test
    void a_refused_refresh_leaves_a_live_hold_as_it_was() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5), wanted("IBU", 1));
        pharmacy.hold(wanted("IBU", 1));
        pharmacy.clock.pass(Duration.ofMinutes(5));
        assertThat(shortages(pharmacy.refresh(hold.token(), wanted("PARA", 13), wanted("IBU", 2))))
                .isEqualTo(Map.of("PARA", 12, "IBU", 1));
        HoldView now = pharmacy.show(hold.token());
        assertThat(now.items()).isEqualTo(hold.items());
        assertThat(now.expiresAt()).isEqualTo(hold.expiresAt());
        assertThat(now.expiresInSeconds()).isEqualTo(600);
    }

    @Test
    void a_lapsed_hold_is_checked_against_stock_again_and_never_revived_blindly() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5), wanted("IBU", 1));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        HoldView other = pharmacy.hold(wanted("PARA", 8));
        assertThat(shortages(pharmacy.refresh(hold.token()))).isEqualTo(Map.of("PARA", 4));
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.EXPIRED);
        pharmacy.sweep();
        assertThat(shortages(pharmacy.refresh(hold.token()))).isEqualTo(Map.of("PARA", 4));
        pharmacy.release(other.token());
        HoldView again = held(pharmacy.refresh(hold.token()));
        assertThat(again.token()).isEqualTo(hold.token());
        assertThat(again.status()).isEqualTo(HoldStatus.ACTIVE);
        assertThat(again.items()).isEqualTo(hold.items());
        assertThat(pharmacy.available("PARA")).isEqualTo(7);
    }

    @Test
    void a_cart_has_one_live_hold_whether_it_comes_with_its_id_or_its_token() {
        HoldView hold = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 5))));
        assertThat(pharmacy.reserve(forCart("cart-1", wanted("PARA", 6)))).isInstanceOf(HoldAnswer.Refreshed.class);
        assertThat(pharmacy.reserve(named("cart-1", hold.token(), wanted("PARA", 7))))
                .isInstanceOfSatisfying(
                        HoldAnswer.Refreshed.class,
                        again -> assertThat(again.hold().token()).isEqualTo(hold.token()));
        assertThat(pharmacy.available("PARA")).isEqualTo(5);
        assertThat(reserveAs(OTHER_SHOP, forCart("cart-1", wanted("PARA", 1)))).isInstanceOf(HoldAnswer.Created.class);
    }

    @Test
    void a_cart_whose_hold_has_lapsed_gets_a_new_one_also_before_the_sweep() {
        HoldView hold = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 5))));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        HoldAnswer answer = pharmacy.reserve(forCart("cart-1", wanted("PARA", 12)));
        assertThat(answer).isInstanceOf(HoldAnswer.Created.class);
        assertThat(held(answer).token()).isNotEqualTo(hold.token());
        pharmacy.clock.pass(Duration.ofMinutes(15));
        pharmacy.sweep();
        assertThat(pharmacy.reserve(forCart("cart-1", wanted("PARA", 12)))).isInstanceOf(HoldAnswer.Created.class);
    }

    @Test
    void a_cart_without_a_live_hold_must_say_what_it_wants() {
        assertThatThrownBy(() -> pharmacy.reserve(forCart("cart-1"))).isInstanceOf(InvalidInput.class);
        held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 5))));
        assertThat(pharmacy.reserve(forCart("cart-1"))).isInstanceOf(HoldAnswer.Refreshed.class);
    }

    @Test
    void a_lapsed_hold_that_is_woken_up_by_its_token_is_its_carts_hold_again() {
        HoldView hold = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 5))));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        pharmacy.sweep();
        held(pharmacy.refresh(hold.token()));
        assertThat(pharmacy.reserve(forCart("cart-1", wanted("PARA", 6))))
                .isInstanceOfSatisfying(
                        HoldAnswer.Refreshed.class,
                        again -> assertThat(again.hold().token()).isEqualTo(hold.token()));
        assertThat(pharmacy.available("PARA")).isEqualTo(6);
    }

    @Test
    void a_lapsed_hold_and_the_one_its_cart_has_now_are_different_holds() {
        HoldView old = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 1))));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        pharmacy.sweep();
        HoldView now = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 2))));
        assertThatThrownBy(() -> pharmacy.reserve(named("cart-1", old.token(), wanted("PARA", 3))))
                .isInstanceOf(InvalidInput.class);
        assertThat(pharmacy.refresh(old.token())).isInstanceOf(HoldAnswer.Refreshed.class);
        assertThat(statusOf(now)).isEqualTo(HoldStatus.ACTIVE);
        assertThat(pharmacy.reserve(forCart("cart-1", wanted("PARA", 4))))
                .isInstanceOfSatisfying(
                        HoldAnswer.Refreshed.class,
                        again -> assertThat(again.hold().token()).isEqualTo(now.token()));
    }

    @Test
    void token_and_cart_of_different_holds_are_refused_and_a_nameless_hold_takes_a_free_name() {
        HoldView one = held(pharmacy.reserve(forCart("cart-1", wanted("PARA", 1))));
        held(pharmacy.reserve(forCart("cart-2", wanted("PARA", 1))));
        HoldView nameless = pharmacy.hold(wanted("PARA", 1));
        for (HoldRequest mixed : List.of(
                named("cart-2", one.token()), named("cart-3", one.token()), named("cart-1", nameless.token()))) {
            assertThatThrownBy(() -> pharmacy.reserve(mixed))
                    .isInstanceOfSatisfying(InvalidInput.class, no -> assertThat(no.mistakes())
                            .extracting(InvalidInput.Mistake::field)
                            .containsExactly("cartId"));
        }
        held(pharmacy.reserve(named("cart-3", nameless.token())));
        assertThat(held(pharmacy.reserve(forCart("cart-3"))).token()).isEqualTo(nameless.token());
    }

    @Test
    void somebody_elses_hold_is_unknown_and_stays_untouched() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        assertThat(reserveAs(OTHER_SHOP, new HoldRequest(null, hold.token(), null, List.of())))
                .isInstanceOf(HoldAnswer.UnknownHold.class);
        ReservationDesk.Release theirs =
                pharmacy.transactions.write(OTHER_SHOP, tx -> pharmacy.reservations.release(tx, hold.token()));
        assertThat(theirs).isInstanceOf(ReservationDesk.Release.UnknownHold.class);
        HoldView seen = pharmacy.transactions.read(OTHER_SHOP, tx -> pharmacy.reservations.show(tx, hold.token()));
        assertThat(seen).isNull();
        assertThat(pharmacy.refresh("nobody")).isInstanceOf(HoldAnswer.UnknownHold.class);
        assertThat(pharmacy.release("nobody")).isInstanceOf(ReservationDesk.Release.UnknownHold.class);
        ReservationDesk.Release byStaff =
                pharmacy.transactions.write(pharmacy.staff, tx -> pharmacy.reservations.release(tx, hold.token()));
        assertThat(byStaff).isInstanceOf(ReservationDesk.Release.Released.class);
    }

    @Test
    void a_release_gives_the_units_back_once() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        HoldView lapsed = pharmacy.hold(wanted("IBU", 1));
        for (int i = 0; i < 3; i++) {
            assertThat(pharmacy.release(hold.token())).isInstanceOf(ReservationDesk.Release.Released.class);
            assertThat(pharmacy.available("PARA")).isEqualTo(12);
        }
        assertThat(pharmacy.refresh(hold.token())).isEqualTo(new HoldAnswer.Closed(HoldStatus.RELEASED));
        pharmacy.clock.pass(Duration.ofMinutes(15));
        assertThat(pharmacy.release(lapsed.token())).isInstanceOf(ReservationDesk.Release.Released.class);
        assertThat(statusOf(lapsed)).isEqualTo(HoldStatus.EXPIRED);
        assertThat(pharmacy.sweep()).isZero();
    }

    @Test
    void an_orders_hold_can_be_neither_refreshed_nor_released() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        OrderAnswer.Placed order = (OrderAnswer.Placed) pharmacy.order(request("O-1", hold.token(), true));
        assertThat(pharmacy.refresh(hold.token())).isEqualTo(new HoldAnswer.Closed(HoldStatus.COMMITTED));
        assertThat(pharmacy.release(hold.token())).isEqualTo(new ReservationDesk.Release.Closed(HoldStatus.COMMITTED));
        pharmacy.move(order.order().id(), OrderStatus.DISPATCHED);
        assertThat(pharmacy.refresh(hold.token())).isEqualTo(new HoldAnswer.Closed(HoldStatus.FULFILLED));
        assertThat(pharmacy.release(hold.token())).isEqualTo(new ReservationDesk.Release.Closed(HoldStatus.FULFILLED));
        assertThat(pharmacy.show(hold.token()).expiresInSeconds()).isZero();
    }

    @Test
    void the_time_left_is_in_whole_seconds_rounded_down() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        pharmacy.clock.pass(Duration.ofMillis(1));
        assertThat(pharmacy.show(hold.token()).expiresInSeconds()).isEqualTo(899);
        pharmacy.clock.pass(Duration.ofMillis(898_999));
        assertThat(pharmacy.show(hold.token()).expiresInSeconds()).isEqualTo(1);
        pharmacy.clock.pass(Duration.ofMillis(1));
        assertThat(pharmacy.show(hold.token()).expiresInSeconds()).isZero();
        pharmacy.clock.pass(Duration.ofMillis(999));
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.EXPIRED);
    }

    @Test
    void a_cart_may_hold_so_many_units_and_no_more() {
        pharmacy.limits(new Limits(Duration.ofMinutes(15), 6, 0, Duration.ZERO));
        over(pharmacy.reserve(wanted("PARA", 5), wanted("IBU", 2)), HoldAnswer.Limit.QUANTITY);
        HoldView hold = pharmacy.hold(wanted("PARA", 5), wanted("IBU", 1));
        over(pharmacy.refresh(hold.token(), wanted("PARA", 7)), HoldAnswer.Limit.QUANTITY);
        assertThat(pharmacy.show(hold.token()).items()).isEqualTo(hold.items());
    }

    @Test
    void a_hold_can_be_refreshed_for_its_lifetime_and_ends_with_its_last_timer() {
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        for (int minutes = 0; minutes < 120; minutes += 10) {
            pharmacy.clock.pass(Duration.ofMinutes(10));
            assertThat(pharmacy.refresh(hold.token())).isInstanceOf(HoldAnswer.Refreshed.class);
        }
        HoldView last = pharmacy.show(hold.token());
        assertThat(last.expiresInSeconds()).isEqualTo(900);
        pharmacy.clock.pass(Duration.ofSeconds(1));
        over(pharmacy.refresh(hold.token()), HoldAnswer.Limit.LIFETIME);
        assertThat(pharmacy.show(hold.token()).expiresAt()).isEqualTo(last.expiresAt());
        pharmacy.limits(new Limits(Duration.ofMinutes(15), 0, 0, Duration.ZERO));
        assertThat(pharmacy.refresh(hold.token())).isInstanceOf(HoldAnswer.Refreshed.class);
    }

    @Test
    void a_key_has_so_many_live_holds_and_no_more_and_another_key_has_its_own() {
        pharmacy.limits(new Limits(Duration.ofMinutes(15), 0, 3, Duration.ZERO));
        List<HoldView> holds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            holds.add(pharmacy.hold(wanted("PARA", 1)));
        }
        over(pharmacy.reserve(wanted("PARA", 1)), HoldAnswer.Limit.OPEN_HOLDS);
        assertThat(pharmacy.refresh(holds.getFirst().token(), wanted("PARA", 2)))
                .isInstanceOf(HoldAnswer.Refreshed.class);
        assertThat(reserveAs(OTHER_SHOP, new HoldRequest(null, null, null, List.of(wanted("PARA", 1)))))
                .isInstanceOf(HoldAnswer.Created.class);
        pharmacy.release(holds.getLast().token());
        pharmacy.clock.pass(Duration.ofSeconds(2));
        pharmacy.hold(wanted("PARA", 1));
        over(pharmacy.reserve(wanted("PARA", 1)), HoldAnswer.Limit.OPEN_HOLDS);
        pharmacy.clock.pass(Duration.ofMinutes(15));
        pharmacy.hold(wanted("PARA", 1));
    }

    @Test
    void the_lifetime_of_a_hold_follows_the_settings() {
        pharmacy.limits(new Limits(Duration.ofSeconds(1), 0, 0, Duration.ZERO));
        HoldView hold = pharmacy.hold(wanted("PARA", 5));
        assertThat(hold.expiresInSeconds()).isEqualTo(1);
        pharmacy.clock.pass(Duration.ofSeconds(1));
        assertThat(statusOf(hold)).isEqualTo(HoldStatus.EXPIRED);
    }

    @Test
    void the_sweep_closes_what_has_run_out_in_portions_and_leaves_the_rest() {
        stock("PARA", "D", 99, 200);
        for (int i = 0; i < 120; i++) {
            pharmacy.hold(wanted("PARA", 1));
        }
        pharmacy.clock.pass(Duration.ofMinutes(5));
        HoldView live = pharmacy.hold(wanted("PARA", 9), wanted("IBU", 1));
        pharmacy.clock.pass(Duration.ofMinutes(10));
        assertThat(pharmacy.sweep()).isEqualTo(120);
        assertThat(pharmacy.sweep()).isZero();
        assertThat(pharmacy.rows("select reserved_quantity from product order by sku"))
                .containsExactly("1", "9");
        assertThat(statusOf(live)).isEqualTo(HoldStatus.ACTIVE);
    }

    @Test
    void a_hold_that_was_lapsed_while_a_refresh_waited_for_its_locks_is_not_taken_for_live() {
        String token = pharmacy.hold(wanted("PARA", 2)).token();
        pharmacy.clock.pass(Duration.ofMinutes(14));
        HoldAnswer answer = pharmacy.transactions.write(pharmacy.shop, tx -> {
            tx.now(); // looks at the clock, then others are faster
            pharmacy.clock.pass(Duration.ofMinutes(2));
            CompletableFuture.runAsync(() -> pharmacy.hold(wanted("PARA", 12))).join();
            return pharmacy.reservations.reserve(tx, new HoldRequest(null, token, null, List.of()));
        });
        assertThat(answer).isInstanceOf(HoldAnswer.NotEnough.class);
    }

    @Test
    void names_of_holds_cannot_be_guessed() {
        HashSet<String> tokens = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            tokens.add(pharmacy.hold(wanted("PARA", 1)).token());
        }
        assertThat(tokens).hasSize(12).allSatisfy(token -> assertThat(token).matches("[A-Za-z0-9_-]{22,}"));
    }

    @Test
    void who_may_not_reserve_cannot() {
        Actor reader = new Actor("reader", "key:3", "api", EnumSet.of(Permission.SEE_STOCK));
        assertThatThrownBy(() -> reserveAs(reader, forCart("cart-1", wanted("PARA", 1))))
                .isInstanceOf(NotPermitted.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(12);
    }
}
