package app.mortar.desktop.orders;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.Here;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.testing.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrdersViewModelTest extends DeskTest {
    private Here here;
    private OrdersViewModel model;

    @BeforeEach
    void room() {
        pharmacy.product("PARA");
        stock("PARA", "A", 100, 30);
        here = Here.at(pharmacy, pharmacy.staff);
        model = new OrdersViewModel(here.session, pharmacy.orders);
    }

    @Test
    void a_step_is_taken_and_told_and_the_order_read_again() {
        OrderView order = confirmed("WEB-1", wanted("PARA", 4));
        model.look(order.id());
        model.move(OrderStatus.DISPATCHED);
        assertThat(model.detail().get().order().status()).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(model.detail().get().steps()).hasSize(2);
        assertThat(here.toasts.getFirst().second()).contains("Stock updated").contains("4");
        assertThat(here.changed).isEqualTo(1);
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("26");
        model.move(OrderStatus.DISPATCHED);
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("26");
    }

    @Test
    void a_step_that_somebody_else_made_impossible_is_refused_in_words() {
        OrderView order = confirmed("WEB-1", wanted("PARA", 4));
        model.look(order.id());
        moved(order, OrderStatus.CANCELLED);
        model.move(OrderStatus.PACKED);
        assertThat(model.trouble().get()).isNotEmpty();
        assertThat(model.detail().get().order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(here.toasts).isEmpty();
    }

    @Test
    void an_order_that_is_short_says_of_what() {
        OrderView order = confirmed("WEB-1", wanted("PARA", 4));
        model.look(order.id());
        pharmacy.recall("PARA", "A");
        model.move(OrderStatus.DISPATCHED);
        assertThat(model.trouble().get()).contains("PARA").contains("4");
    }
}
