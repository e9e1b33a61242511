package app.mortar.desktop.orders;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.TabWalk;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.shell.Place;
import app.mortar.testing.Pharmacy;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class OrdersViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(60), 30);
        pharmacy.order(Pharmacy.request("WEB-1", null, true, wanted("PARA", 2)));
        pharmacy.order(Pharmacy.request("WEB-2", null, false, wanted("PARA", 1)));
    }

    private int rows() {
        return Toolkit.call(() ->
                lookup("#orders-table").queryAs(TableView.class).getItems().size());
    }

    @Test
    void an_order_is_found_by_keys_and_carried_to_the_door_once() {
        station.go(Place.ORDERS, null);
        assertThat(rows()).isEqualTo(2);
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("web-1").type(KeyCode.ENTER);
        station.settle();
        assertThat(rows()).isEqualTo(1);
        clickOn("WEB-1");
        station.settle();
        type(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select status from sales_order where external_ref = 'WEB-1'"))
                .containsExactly("PICKING");
        clickOn("#orders-to-dispatched");
        station.settle();
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("28");
        assertThat(lookup("Stock updated").queryAll()).isNotEmpty();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void to_cancel_is_asked_first_and_answered_by_a_digit() {
        station.go(Place.ORDERS, null);
        clickOn("WEB-1");
        station.settle();
        clickOn("#orders-to-cancelled");
        assertThat(pharmacy.available("PARA")).isEqualTo(28);
        type(KeyCode.DIGIT1);
        station.settle();
        assertThat(pharmacy.available("PARA")).isEqualTo(30);
    }

    @Test
    void a_tab_walk_reaches_every_control() {
        station.go(Place.ORDERS, null);
        clickOn("WEB-1");
        station.settle();
        assertThat(TabWalk.from(this, station.stage))
                .contains(
                        "orders-search",
                        "orders-channel",
                        "orders-status-0",
                        "orders-table",
                        "orders-to-picking",
                        "orders-to-cancelled");
    }
}
