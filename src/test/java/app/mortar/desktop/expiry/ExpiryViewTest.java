package app.mortar.desktop.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.shell.Place;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ExpiryViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "GONE", pharmacy.today().plusDays(1), 6);
        pharmacy.clock.pass(Duration.ofDays(1));
    }

    @Test
    void an_expired_batch_is_chosen_and_written_off() {
        station.go(Place.EXPIRY, null);
        clickOn("GONE");
        station.settle();
        clickOn("#expiry-note").write("Weekly look");
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select quantity, reason, note from inventory_movement where type = 'WASTE'"))
                .containsExactly("-6 EXPIRED Weekly look");
        clickOn("#expiry-lists-5");
        station.settle();
        assertThat(lookup("#expiry-waste").queryTableView().getItems()).hasSize(1);
        assertThat(station.bugs).isEmpty();
    }
}
