package app.mortar.desktop.recall;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.EveryControl;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.shell.Place;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class RecallViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "P1", pharmacy.today().plusDays(30), 10);
        pharmacy.receive("PARA", "P2", pharmacy.today().plusDays(60), 10);
    }

    @Test
    void a_list_is_typed_looked_for_and_taken_out_of_sale() {
        station.go(Place.RECALL, null);
        clickOn("#recall-numbers").write("P1");
        clickOn("#recall-look");
        station.settle();
        assertThat(lookup("#recall-found").queryTableView().getItems()).hasSize(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select batch_number, status from inventory_batch order by batch_number"))
                .containsExactly("P1 RECALLED", "P2 AVAILABLE");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void every_control_is_reached_with_tab() {
        station.go(Place.RECALL, null);
        assertThat(EveryControl.missed(station)).isEmpty();
    }
}
