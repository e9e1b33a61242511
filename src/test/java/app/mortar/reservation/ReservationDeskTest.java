package app.mortar.reservation;

import static app.mortar.testing.Pharmacy.batches;
import static app.mortar.testing.Pharmacy.held;
import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.stock.HoldStatus;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Db.class)
class ReservationDeskTest {
    private final Pharmacy pharmacy;

    ReservationDeskTest(Db db) {
        pharmacy = Pharmacy.open(db);
    }

    @BeforeEach
    void three_batches_of_paracetamol() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(60), 4);
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(30), 3);
        pharmacy.receive("PARA", "C", pharmacy.today().plusDays(90), 5);
        pharmacy.receive("IBU", "I", pharmacy.today().plusDays(90), 2);
    }

    @AfterEach
    void close() {
        pharmacy.close();
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
                .isInstanceOfSatisfying(HoldAnswer.NotEnough.class, no -> assertThat(
                                no.shortages().getFirst().available())
                        .isEqualTo(12));
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
        assertThat(batches(pharmacy.show(small.token()).items().getFirst().batches())).isEqualTo(Map.of("B", 2));
        pharmacy.recall("PARA", "B");
        assertThat(pharmacy.show(small.token())).extracting(HoldView::status).isEqualTo(HoldStatus.RELEASED);
        assertThat(pharmacy.available("IBU")).isEqualTo(2);
    }
}
