package app.mortar.desktop.counter;

import static app.mortar.desktop.Packs.PARA;
import static app.mortar.desktop.Packs.code;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.EveryControl;
import app.mortar.desktop.Packs;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Wedge;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.kernel.Permission;
import java.time.Duration;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CounterRoomTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product(Packs.form("PARA", "Paracetamol tabs", PARA, "B2-04"));
        pharmacy.receive("PARA", "A1", pharmacy.today().plusDays(25), 6);
        pharmacy.receive("PARA", "B1", pharmacy.today().plusDays(300), 4);
    }

    private String text(String id) {
        return Toolkit.call(() -> lookup(id).queryAs(Label.class).getText());
    }

    private boolean shows(String id) {
        return Toolkit.call(
                () -> lookup(id).tryQuery().filter(node -> node.isVisible()).isPresent());
    }

    private void scan() {
        Wedge.scan(station, code(PARA, "A1", "260404", "S1"));
        station.settle();
    }

    private void press(KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            type(key);
        }
        station.settle();
    }

    private void pass(Duration duration) {
        pharmacy.clock.pass(duration);
        Toolkit.run(station.time::tick);
        station.settle();
    }

    @Test
    void a_scan_f9_f9_f9_sells_one_pack_once_and_shows_the_slip() {
        station.go(Place.COUNTER, null);
        scan();
        assertThat(shows("#line-PARA")).isTrue();
        assertThat(text("#to-pay")).contains("1,800");
        assertThat(Toolkit.call(
                        () -> lookup("#counter-scan").queryAs(TextField.class).getText()))
                .isEmpty();
        press(KeyCode.F9, 1);
        assertThat(shows("#ring")).isTrue();
        assertThat(Toolkit.call(
                        () -> lookup("#hold-chip").lookup(".chip").query().getAccessibleText()))
                .isEqualTo("⏳ Reserved for 15 min");
        assertThat(text("#ring .figure")).isEqualTo("15:00");
        press(KeyCode.F9, 2);
        assertThat(pharmacy.rows("select batch_number, quantity from inventory_movement where type = 'OUT'"))
                .containsExactly("A1 -1");
        assertThat(text("#slip")).contains("Paracetamol tabs", "batch A1");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void the_countdown_turns_amber_then_red_and_at_zero_nothing_can_be_handed_over() {
        station.go(Place.COUNTER, null);
        scan();
        press(KeyCode.F9, 1);
        pass(Duration.ofSeconds(139));
        assertThat(text("#ring .figure")).isEqualTo("12:41");
        pass(Duration.ofMinutes(8));
        assertThat(Toolkit.call(() -> lookup("#ring").query().getStyleClass())).contains("warning");
        pass(Duration.ofMinutes(4));
        assertThat(Toolkit.call(() -> lookup("#ring").query().getStyleClass())).contains("danger");
        assertThat(Toolkit.call(() -> lookup("#keep").query().getStyleClass())).contains("primary");
        pass(Duration.ofMinutes(1));
        assertThat(text("#hold-words")).startsWith("Reservation expired – items released");
        assertThat(Toolkit.call(() -> lookup("#hand-over").query().isDisabled()))
                .isTrue();
        press(KeyCode.F9, 2);
        assertThat(pharmacy.rows("select count(*) from sales_order")).containsExactly("0");
        clickOn("#again");
        station.settle();
        assertThat(text("#ring .figure")).isEqualTo("15:00");
    }

    @Test
    void a_phone_order_is_parked_by_keys_and_taken_up_by_a_click() {
        station.go(Place.COUNTER, null);
        scan();
        clickOn("#park");
        write("Mr Adeyemi");
        press(KeyCode.ENTER, 1);
        assertThat(shows("#line-PARA")).isFalse();
        String number = pharmacy.rows("select order_ref from cart_hold").getFirst();
        clickOn("#resume-" + number);
        station.settle();
        assertThat(shows("#line-PARA")).isTrue();
        assertThat(shows("#ring")).isTrue();
    }

    @Test
    void the_tab_key_reaches_every_control() {
        station.go(Place.COUNTER, null);
        scan();
        press(KeyCode.F9, 1);
        assertThat(EveryControl.missed(station)).isEmpty();
    }

    @Test
    void who_may_not_sell_does_not_see_the_counter() {
        try (Workstation other = Workstation.open(
                pharmacy, Workstation.rooms(pharmacy), Set.of(Permission.SEE_STOCK, Permission.PICK))) {
            other.go(Place.COUNTER, null);
            assertThat(other.frame.here().get()).isNotEqualTo(Place.COUNTER);
            assertThat(Toolkit.call(() -> other.frame.lookup("#counter-scan"))).isNull();
        }
    }
}
