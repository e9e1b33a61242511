package app.mortar.desktop.picking;

import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.EveryControl;
import app.mortar.desktop.Packs;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Wedge;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.kernel.Permission;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PickingRoomTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.receive("PARA", "A1", pharmacy.today().plusDays(25), 6);
        pharmacy.receive("PARA", "B1", pharmacy.today().plusDays(300), 4);
        pharmacy.order(request("10483", null, true, wanted("PARA", 2)));
        pharmacy.order(request("10484", null, true, wanted("PARA", 1)));
    }

    private void scan(String batch, String expiry) {
        Wedge.scan(station, code(PARA, batch, expiry, "S1"));
        station.settle();
    }

    private void next() {
        press(KeyCode.CONTROL).press(KeyCode.DOWN).release(KeyCode.DOWN).release(KeyCode.CONTROL);
        station.settle();
    }

    private String text(String id) {
        return Toolkit.call(() -> lookup(id).queryAs(Label.class).getText());
    }

    private boolean shows(String id) {
        return Toolkit.call(() -> lookup(id).tryQuery().isPresent());
    }

    @Test
    void ctrl_down_takes_the_first_order_scans_verify_it_and_f9_twice_fast_dispatches_once() {
        station.go(Place.PICK, null);
        next();
        assertThat(text("#order")).isEqualTo("Order 10483");
        assertThat(Toolkit.call(() -> lookup("#dispatch").query().isDisabled())).isTrue();
        scan("A1", "260404");
        scan("A1", "260404");
        assertThat(text("#verified")).isEqualTo("1");
        assertThat(Toolkit.call(() -> lookup("#dispatch").query().isDisabled())).isFalse();
        type(KeyCode.F9);
        type(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select quantity from inventory_movement where type = 'OUT'"))
                .containsExactly("-2");
        assertThat(pharmacy.rows("select status from sales_order where external_ref = '10483'"))
                .containsExactly("DISPATCHED");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_later_batch_is_explained_and_taken_only_with_a_reason() {
        station.go(Place.PICK, null);
        next();
        scan("B1", "270104");
        assertThat(text("#doubt .note-question")).contains("Another batch must go first");
        assertThat(text("#doubt .note-evidence")).contains("A1 goes first").contains("shelf B2-04");
        clickOn("#doubt-3");
        write("long journey");
        type(KeyCode.ENTER);
        station.settle();
        assertThat(shows("#doubt")).isFalse();
        assertThat(pharmacy.rows("select reason from fefo_override")).containsExactly("long journey");
        scan("B1", "270104");
        type(KeyCode.ESCAPE);
        station.settle();
        assertThat(shows("#doubt")).isFalse();
    }

    @Test
    void what_is_not_on_the_shelf_is_said_with_one_click() {
        station.go(Place.PICK, null);
        next();
        scan("A1", "260404");
        clickOn("#missing-A1");
        station.settle();
        assertThat(shows("#pick-B1")).isTrue();
        assertThat(pharmacy.rows("select quantity from count_task")).containsExactly("1");
    }

    @Test
    void the_tab_key_reaches_every_control() {
        station.go(Place.PICK, null);
        next();
        scan("B1", "270104");
        assertThat(EveryControl.missed(station)).isEmpty();
    }

    @Test
    void who_may_not_override_is_not_offered_it() {
        try (Workstation other = Workstation.open(
                pharmacy, Workstation.rooms(pharmacy), Set.of(Permission.PICK, Permission.SEE_STOCK))) {
            other.go(Place.PICK, pharmacy.transactions.read(pharmacy.shop, tx -> pharmacy.orders
                    .list(tx, null, 1, null)
                    .items()
                    .getFirst()
                    .id()));
            Wedge.scan(other, code(PARA, "B1", "270104"));
            other.settle();
            assertThat(Toolkit.call(() -> other.frame.lookup("#doubt"))).isNotNull();
            assertThat(Toolkit.call(() -> other.frame.lookup("#doubt-3"))).isNull();
        }
    }
}
