package app.mortar.fulfilment;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.testing.DeskTest;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever picks carries everybody's orders to the door, and does nothing else with them. */
class PickersTest extends DeskTest {
    private static final Actor PICKER = Actor.staff(
            "Chidi", "till-2", EnumSet.of(Permission.SEE_STOCK, Permission.RESERVE, Permission.ORDER, Permission.PICK));
    private static final Actor SELLER = Actor.staff("Ada", "till-1", EnumSet.of(Permission.ORDER, Permission.RESERVE));

    @BeforeEach
    void the_shop_sells() {
        pharmacy.product("A");
        stock("A", "B1", 60, 10);
    }

    private OrderAnswer moved(Actor actor, OrderView order, OrderStatus next) {
        return pharmacy.transactions.write(actor, tx -> pharmacy.orders.move(tx, order.id(), next));
    }

    @Test
    void a_picker_sees_the_shops_orders_and_carries_a_promised_one_to_the_door() {
        OrderView order = confirmed("WEB-1", wanted("A", 2));
        assertThat(pharmacy.transactions
                        .read(PICKER, tx -> pharmacy.orders.list(tx, OrderStatus.CONFIRMED, 10, null))
                        .items())
                .hasSize(1);
        assertThat(pharmacy.transactions.<Object>read(PICKER, tx -> pharmacy.orders.show(tx, order.id())))
                .isNotNull();
        for (OrderStatus next : EnumSet.range(OrderStatus.PICKING, OrderStatus.DELIVERED)) {
            assertThat(moved(PICKER, order, next)).isInstanceOf(OrderAnswer.Stands.class);
        }
        assertThat(now(order).stockUpdatedAt()).isNotNull();
    }

    @Test
    void a_picker_does_not_confirm_cancel_or_take_back_what_the_shop_sold() {
        OrderView pending = pending("WEB-1", null, wanted("A", 2));
        for (OrderStatus next : EnumSet.range(OrderStatus.CONFIRMED, OrderStatus.CANCELLED)) {
            assertThatThrownBy(() -> moved(PICKER, pending, next))
                    .as("%s", next)
                    .isInstanceOf(NotPermitted.class);
        }
        OrderView promised = confirmed("WEB-2", wanted("A", 2));
        assertThatThrownBy(() -> moved(PICKER, promised, OrderStatus.CANCELLED)).isInstanceOf(NotPermitted.class);
        moved(promised, OrderStatus.DELIVERED);
        assertThatThrownBy(() -> moved(PICKER, promised, OrderStatus.RETURNED)).isInstanceOf(NotPermitted.class);
    }

    @Test
    void who_only_sells_does_not_even_see_the_shops_orders_but_all_of_the_counters() {
        OrderView shops = confirmed("WEB-1", wanted("A", 2));
        assertThat(moved(SELLER, shops, OrderStatus.PICKING)).isEqualTo(new OrderAnswer.UnknownOrder());
        OrderView counters = placed(pharmacy.transactions.write(
                PICKER,
                tx -> pharmacy.orders.place(
                        tx, app.mortar.testing.Pharmacy.request("C-1", null, false, wanted("A", 1)))));
        assertThat(moved(SELLER, counters, OrderStatus.CANCELLED)).isInstanceOf(OrderAnswer.Stands.class);
    }
}
