package app.mortar.desktop;

import static app.mortar.desktop.Packs.INS;
import static app.mortar.desktop.Packs.NEW;
import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.shell.Place;
import app.mortar.kernel.Gtin;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Somebody's first day: an empty database, a scanner and the keys that stand on the buttons. */
class NewcomerTest extends RoomTest {
    private void scan(Gtin gtin, String batch, String expiry) {
        Wedge.scan(station, code(gtin, batch, expiry));
        station.settle();
    }

    private void key(KeyCode key) {
        type(key);
        station.settle();
    }

    private void isCalled(int line, String name) {
        clickOn("#question-" + line + "-2");
        write(name);
        key(KeyCode.ENTER);
    }

    @Test
    void receives_three_unknown_packs_sells_under_a_hold_and_picks_an_order() {
        station.go(Place.RECEIVE, null);
        clickOn("#document");
        write("DN-1");
        scan(PARA, "P1", "270630");
        isCalled(1, "Paracetamol");
        write("12*");
        scan(INS, "G1", "270630");
        isCalled(2, "Insulin");
        scan(NEW, "O1", "270630");
        isCalled(3, "Oral salts");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select name, stock_quantity from product order by name"))
                .containsExactly("Insulin 12", "Oral salts 1", "Paracetamol 1");

        key(KeyCode.F6);
        write("2*");
        scan(INS, "G1", "270630");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select status from cart_hold")).containsExactly("ACTIVE");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select status from sales_order")).containsExactly("DELIVERED");

        String sku =
                pharmacy.rows("select sku from product where name = 'Insulin'").getFirst();
        pharmacy.order(request("WEB-1", null, true, wanted(sku, 2)));
        key(KeyCode.F3);
        press(KeyCode.CONTROL).press(KeyCode.DOWN).release(KeyCode.DOWN).release(KeyCode.CONTROL);
        station.settle();
        write("2*");
        scan(INS, "G1", "270630");
        key(KeyCode.F9);
        assertThat(pharmacy.rows("select status from sales_order where external_ref = 'WEB-1'"))
                .containsExactly("DISPATCHED");
        assertThat(pharmacy.rows("select name, stock_quantity, reserved_quantity from product order by name"))
                .containsExactly("Insulin 8 0", "Oral salts 1 0", "Paracetamol 1 0");
        assertThat(station.bugs).isEmpty();
    }
}
