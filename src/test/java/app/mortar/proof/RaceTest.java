package app.mortar.proof;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.HoldStatus;
import app.mortar.testing.Crowd;
import app.mortar.testing.DeskTest;
import app.mortar.testing.HookedSource;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many at once. {@link NaiveDeskTest} shows that these races are lost by a desk which looks first and writes then; the
 * books are checked after each of them.
 */
class RaceTest extends DeskTest {
    private static final int ROUNDS = 12;

    private static String kind(Object answer) {
        return answer.getClass().getSimpleName();
    }

    @ParameterizedTest(name = "{0} buyers")
    @ValueSource(ints = {16, 64})
    void exactly_the_last_units_are_sold_though_all_stand_still_between_looking_and_writing(int buyers) {
        LastUnits.stock(pharmacy);
        Runnable standStill = Crowd.inPairs(Duration.ofMillis(20));
        try (Pharmacy slow = Pharmacy.on(pharmacy.link, HookedSource.before("update inventory_batch", standStill))) {
            int sold = LastUnits.race(
                    buyers, units -> slow.reserve(wanted(LastUnits.SKU, units)) instanceof HoldAnswer.Created);
            assertThat(LastUnits.wrong(pharmacy, sold)).isEmpty();
        }
        assertThat(pharmacy.available(LastUnits.SKU)).isZero();
    }

    @Test
    void carts_with_their_lines_in_any_order_never_block_each_other() {
        List<String> skus = List.of("A", "B", "C", "D");
        skus.forEach(sku -> {
            pharmacy.product(sku);
            stock(sku, "1", 30, 100);
        });
        List<Integer> granted = Crowd.of(8, me -> {
            int mine = 0;
            for (int i = 0; i < 25; i++) {
                List<String> cart = new java.util.ArrayList<>(skus);
                Collections.shuffle(cart, new java.util.Random(me * 100L + i));
                HoldAnswer answer = pharmacy.reserve(
                        cart.stream().map(sku -> wanted(sku, 1)).toArray(app.mortar.stock.Wanted[]::new));
                mine += answer instanceof HoldAnswer.Created ? 1 : 0;
            }
            return mine;
        });
        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
    }

    @Test
    void twenty_dispatches_and_deliveries_of_one_order_take_its_units_once() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 5 * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            OrderView order = confirmed("O-" + round, wanted("PARA", 5));
            List<OrderAnswer> answers = Crowd.of(
                    20, me -> pharmacy.move(order.id(), me % 2 == 0 ? OrderStatus.DISPATCHED : OrderStatus.DELIVERED));
            assertThat(answers).allSatisfy(answer -> assertThat(answer)
                    .isInstanceOfAny(OrderAnswer.Stands.class, OrderAnswer.IllegalStep.class));
            assertThat(now(order).status()).isEqualTo(OrderStatus.DELIVERED);
            assertThat(pharmacy.rows("select stock_quantity from product"))
                    .containsExactly(String.valueOf(5 * (ROUNDS - round - 1)));
        }
    }

    @Test
    void dispatch_and_cancel_of_one_order_at_once_have_one_winner() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 5 * ROUNDS);
        for (int round = 0; round < ROUNDS; round++) {
            OrderView order = confirmed("O-" + round, wanted("PARA", 5));
            List<String> answers = Crowd.of(
                    8,
                    me -> kind(
                            pharmacy.move(order.id(), me % 2 == 0 ? OrderStatus.DISPATCHED : OrderStatus.CANCELLED)));
            assertThat(answers).filteredOn(kind -> kind.equals("Stands")).hasSize(4);
        }
    }

    @Test
    void twenty_orders_with_one_reference_are_one_order_and_one_commitment() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 100);
        for (int round = 0; round < ROUNDS; round++) {
            String ref = "O-" + round;
            List<String> answers =
                    Crowd.of(20, me -> kind(pharmacy.order(request(ref, null, true, wanted("PARA", 2)))));
            assertThat(answers).filteredOn(kind -> kind.equals("Placed")).hasSize(1);
            assertThat(answers).filteredOn(kind -> kind.equals("Stands")).hasSize(19);
        }
        assertThat(pharmacy.available("PARA")).isEqualTo(100 - 2 * ROUNDS);
    }

    @Test
    void one_cart_that_asks_twenty_times_at_once_has_one_hold() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 100);
        for (int round = 0; round < ROUNDS; round++) {
            String cart = "cart-" + round;
            Set<String> tokens =
                    new TreeSet<>(Crowd.of(20, me -> Pharmacy.held(pharmacy.reserve(forCart(cart, wanted("PARA", 1))))
                            .token()));
            assertThat(tokens).hasSize(1);
        }
        assertThat(pharmacy.available("PARA")).isEqualTo(100 - ROUNDS);
    }

    @Test
    void one_delivery_note_that_comes_twenty_times_at_once_is_booked_once() {
        pharmacy.product("PARA");
        GoodsIn.Receipt note = new GoodsIn.Receipt(
                "N-1",
                null,
                List.of(
                        new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(30), 7, null),
                        new GoodsIn.Line("PARA", "B", pharmacy.today().plusDays(30), 2, null)));
        List<String> answers = Crowd.of(20, me -> kind(pharmacy.receive(note)));
        assertThat(answers).filteredOn(kind -> kind.equals("Booked")).hasSize(1);
        assertThat(answers).filteredOn(kind -> kind.equals("BookedBefore")).hasSize(19);
        assertThat(pharmacy.available("PARA")).isEqualTo(9);
    }

    @Test
    void at_the_moment_of_lapse_sweep_refresh_release_order_and_another_buyer_have_one_winner() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 5);
        for (int round = 0; round < 3 * ROUNDS; round++) {
            HoldView hold = pharmacy.hold(wanted("PARA", 5));
            String ref = "O-" + round;
            pharmacy.clock.set(hold.expiresAt().minusNanos(1000));
            List<String> answers = Crowd.of(12, me -> switch (me % 6) {
                case 0 -> {
                    pharmacy.clock.set(hold.expiresAt());
                    yield "swept " + pharmacy.sweep();
                }
                case 1 -> "refresh " + kind(pharmacy.refresh(hold.token()));
                case 2 -> "release " + kind(pharmacy.release(hold.token()));
                case 3 -> "order " + kind(pharmacy.order(request(ref, hold.token(), true)));
                case 4 -> "other " + kind(pharmacy.reserve(wanted("PARA", 5)));
                default -> "refresh " + kind(pharmacy.refresh(hold.token(), wanted("PARA", 5)));
            });
            HoldStatus end = statusOf(hold);
            boolean ordered = answers.contains("order Placed");
            assertThat(ordered).as("%s: %s", end, answers).isEqualTo(end == HoldStatus.COMMITTED);
            if (end == HoldStatus.RELEASED) {
                assertThat(answers).as("%s: %s", end, answers).contains("release Released");
            }
            assertThat(end).as("%s: %s", end, answers).isNotEqualTo(HoldStatus.FULFILLED);
            giveEverythingBack();
            assertThat(pharmacy.available("PARA")).isEqualTo(5);
        }
    }

    private void giveEverythingBack() {
        pharmacy.rows("select id from sales_order where status = 'CONFIRMED'")
                .forEach(order -> pharmacy.move(Long.parseLong(order), OrderStatus.CANCELLED));
        pharmacy.rows("select token from cart_hold where status = 'ACTIVE'")
                .forEach(token ->
                        assertThat(pharmacy.release(token)).isInstanceOf(ReservationDesk.Release.Released.class));
    }

    @Test
    void a_recall_among_buyers_leaves_nothing_promised_of_the_batch() {
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 40);
        stock("PARA", "B", 60, 10);
        List<String> answers = Crowd.of(
                16,
                me -> me == 7
                        ? kind(pharmacy.recall("PARA", "A"))
                        : kind(pharmacy.reserve(wanted("PARA", 2))) + kind(pharmacy.reserve(wanted("PARA", 1))));
        assertThat(answers).hasSize(16);
        assertThat(pharmacy.rows("select reserved_quantity from inventory_batch where batch_number = 'A'"))
                .containsExactly("0");
        assertThat(pharmacy.why("PARA").recalled()).isEqualTo(40);
    }
}
