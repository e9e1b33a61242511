package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Wanted;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CounterDeskTest extends DeskTest {
    private static final Actor ADA = seller("ada");
    private static final Actor BOLA = seller("bola");

    private CounterDesk desk;

    private static Actor seller(String name) {
        return Actor.staff(name, "till-1", EnumSet.of(Permission.RESERVE, Permission.ORDER));
    }

    @BeforeEach
    void two_batches() {
        desk = new CounterDesk(pharmacy.reservations, pharmacy.orders);
        pharmacy.product("PARA");
        stock("PARA", "A", 30, 6);
        stock("PARA", "B", 60, 4);
    }

    private CounterAnswer checkout(CounterDesk.@Nullable Sale sale, Wanted... items) {
        return pharmacy.transactions.write(ADA, tx -> desk.checkout(tx, sale, List.of(items)));
    }

    private CounterAnswer.Held held(Wanted... items) {
        return (CounterAnswer.Held) checkout(null, items);
    }

    private static CounterDesk.Sale sale(CounterAnswer.Held held) {
        return new CounterDesk.Sale(held.number(), held.hold().token());
    }

    private CounterAnswer handOver(CounterAnswer.Held held) {
        return pharmacy.transactions.write(
                ADA, tx -> desk.handOver(tx, sale(held), held.hold(), new Customer("Mrs Eze", null)));
    }

    private List<String> parked(Actor actor) {
        return pharmacy.transactions.read(actor, desk::parked).sales().stream()
                .map(sale -> sale.name() + " " + sale.units() + (sale.live() ? "" : " expired"))
                .toList();
    }

    @Test
    void checkout_holds_for_fifteen_minutes_under_a_number_of_its_own() {
        CounterAnswer.Held one = held(wanted("PARA", 2));
        CounterAnswer.Held other = held(wanted("PARA", 1));
        assertThat(one.hold().expiresInSeconds()).isEqualTo(900);
        assertThat(one.number()).startsWith("C-").isNotEqualTo(other.number());
        assertThat(pharmacy.available("PARA")).isEqualTo(7);
        assertThat(checkout(null, wanted("PARA", 8)))
                .isInstanceOfSatisfying(CounterAnswer.NotHeld.class, no -> assertThat(no.why())
                        .isInstanceOf(HoldAnswer.NotEnough.class));
    }

    @Test
    void a_changed_cart_keeps_its_number_and_its_hold() {
        CounterAnswer.Held before = held(wanted("PARA", 2));
        CounterAnswer.Held after = (CounterAnswer.Held) checkout(sale(before), wanted("PARA", 10));
        assertThat(sale(after)).isEqualTo(sale(before));
        assertThat(pharmacy.available("PARA")).isZero();
    }

    @Test
    void hand_over_sells_delivers_and_writes_the_ledger_in_one_go_and_once() {
        CounterAnswer.Held held = held(wanted("PARA", 8));
        assertThat(handOver(held)).isInstanceOfSatisfying(CounterAnswer.Sold.class, sold -> {
            assertThat(sold.order().channel()).isEqualTo(Channel.COUNTER);
            assertThat(sold.order().status()).isEqualTo(OrderStatus.DELIVERED);
            assertThat(batchesOf(sold.order())).containsEntry("A", 6).containsEntry("B", 2);
        });
        assertThat(handOver(held)).isInstanceOf(CounterAnswer.Sold.class);
        assertThat(
                        pharmacy.rows(
                                "select batch_number, quantity, reference from inventory_movement where type = 'OUT' order by batch_number"))
                .containsExactly("A -6 " + held.number(), "B -2 " + held.number());
        assertThat(pharmacy.rows("select customer from sales_order")).containsExactly("{\"name\":\"Mrs Eze\"}");
    }

    @Test
    void at_the_last_second_it_is_sold_and_at_zero_it_is_not_though_stock_is_there() {
        CounterAnswer.Held in_time = held(wanted("PARA", 1));
        CounterAnswer.Held late = held(wanted("PARA", 1));
        pharmacy.clock.set(in_time.hold().expiresAt().minusNanos(1000));
        assertThat(handOver(in_time)).isInstanceOf(CounterAnswer.Sold.class);
        pharmacy.clock.set(late.hold().expiresAt());
        assertThat(handOver(late)).isInstanceOf(CounterAnswer.Lapsed.class);
        assertThat(pharmacy.available("PARA")).isEqualTo(9);
        CounterAnswer again = pharmacy.transactions.write(ADA, tx -> desk.keep(tx, sale(late)));
        assertThat(handOver((CounterAnswer.Held) again)).isInstanceOf(CounterAnswer.Sold.class);
    }

    @Test
    void packs_in_the_bag_that_were_recalled_meanwhile_are_not_sold_silently_as_others() {
        CounterAnswer.Held held = held(wanted("PARA", 2));
        pharmacy.recall("PARA", "A");
        CounterAnswer answer = handOver(held);
        assertThat(answer).isInstanceOf(CounterAnswer.PlanChanged.class);
        HoldView now = ((CounterAnswer.PlanChanged) answer).hold();
        assertThat(now.items().getFirst().batches().getFirst().batchNumber()).isEqualTo("B");
        assertThat(handOver(new CounterAnswer.Held(held.number(), now))).isInstanceOf(CounterAnswer.Sold.class);
    }

    @Test
    void a_parked_sale_waits_under_a_name_for_whoever_is_at_the_counter() {
        CounterAnswer.Held held = held(wanted("PARA", 3));
        pharmacy.transactions.write(ADA, tx -> desk.park(tx, sale(held), " Mr Adeyemi ", "phone"));
        assertThat(parked(BOLA)).containsExactly("Mr Adeyemi 3");
        CounterAnswer resumed = pharmacy.transactions.write(
                BOLA, tx -> desk.resume(tx, held.hold().token()));
        assertThat(resumed).isInstanceOfSatisfying(CounterAnswer.Resumed.class, back -> {
            assertThat(back.number()).isEqualTo(held.number());
            assertThat(back.name()).isEqualTo("Mr Adeyemi");
            assertThat(back.note()).isEqualTo("phone");
            assertThat(back.hold().status()).isEqualTo(HoldStatus.ACTIVE);
        });
        assertThat(parked(ADA)).isEmpty();
        assertThat(pharmacy.transactions.<CounterAnswer>write(
                        BOLA, tx -> desk.resume(tx, held.hold().token())))
                .isInstanceOf(CounterAnswer.UnknownSale.class);
    }

    @Test
    void a_parked_sale_that_ran_out_says_so_and_is_forgotten_when_it_is_released() {
        CounterAnswer.Held first = held(wanted("PARA", 3));
        pharmacy.transactions.write(ADA, tx -> desk.park(tx, sale(first), "first", null));
        pharmacy.clock.pass(Duration.ofMinutes(10));
        CounterAnswer.Held second = held(wanted("PARA", 1));
        pharmacy.transactions.write(ADA, tx -> desk.park(tx, sale(second), "second", null));
        assertThat(parked(ADA)).containsExactly("first 3", "second 1");
        pharmacy.clock.pass(Duration.ofMinutes(5));
        assertThat(parked(ADA)).containsExactly("second 1", "first 3 expired");
        pharmacy.sweep();
        assertThat(parked(ADA)).containsExactly("second 1", "first 3 expired");
        pharmacy.transactions.run(ADA, tx -> desk.release(tx, first.hold().token()));
        pharmacy.transactions.run(ADA, tx -> desk.release(tx, second.hold().token()));
        assertThat(parked(ADA)).isEmpty();
        assertThat(pharmacy.available("PARA")).isEqualTo(10);
    }

    @Test
    void everything_needs_its_permission() {
        Actor nobody = new Actor("guest", "staff:guest", "till-1", EnumSet.of(Permission.SEE_STOCK));
        CounterAnswer.Held held = held(wanted("PARA", 1));
        assertThatThrownBy(() ->
                        pharmacy.transactions.write(nobody, tx -> desk.checkout(tx, null, List.of(wanted("PARA", 1)))))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(nobody, tx -> desk.park(tx, sale(held), "x", null)))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.read(nobody, desk::parked))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> pharmacy.transactions.write(
                        nobody, tx -> desk.handOver(tx, sale(held), held.hold(), Customer.NOBODY)))
                .isInstanceOf(NotPermitted.class);
    }
}
