package app.mortar.desktop.recall;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.EveryControl;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Wedge;
import app.mortar.desktop.shell.Place;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.testing.Pharmacy;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
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
        assertThat(states()).containsExactly("P1 RECALLED", "P2 AVAILABLE");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void only_the_selected_batches_are_taken_out_of_sale_and_those_that_are_out_stay_as_they_are() {
        station.go(Place.RECALL, null);
        clickOn("#recall-numbers").write("P1,P2");
        clickOn("#recall-look");
        station.settle();
        Toolkit.run(() -> table("recall-found").getSelectionModel().select(1));
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(states()).containsExactly("P1 AVAILABLE", "P2 RECALLED");
        assertThat(Toolkit.call(() -> shown(table("recall-served"))))
                .as("nobody was served")
                .isFalse();
        Toolkit.run(() -> table("recall-found").getSelectionModel().clearSelection());
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(states()).containsExactly("P1 RECALLED", "P2 RECALLED");
        assertThat(Toolkit.call(
                        () -> lookup(".action-reason").queryAs(Labeled.class).getText()))
                .as("P2 was not recalled again")
                .startsWith("1 batch is out of sale");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_scanned_pack_is_looked_for_and_whom_to_call_is_shown_once_it_is_recalled() {
        var order = pharmacy.order(Pharmacy.request("O-1", null, true, Pharmacy.wanted("PARA", 3)));
        assertThat(order).isInstanceOf(OrderAnswer.Placed.class);
        pharmacy.move(((OrderAnswer.Placed) order).order().id(), OrderStatus.DELIVERED);
        station.go(Place.RECALL, null);
        Wedge.scan(station, "]d20109521234567899" + "10P1");
        assertThat(Toolkit.call(() -> table("recall-found").getItems().size())).isEqualTo(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(Toolkit.call(() -> table("recall-served").getItems().size())).isEqualTo(1);
        assertThat(Toolkit.call(() -> shown(table("recall-served")))).isTrue();
        assertThat(station.bugs).isEmpty();
    }

    private TableView<?> table(String id) {
        return lookup("#" + id).queryTableView();
    }

    private List<String> states() {
        return pharmacy.rows("select batch_number, status from inventory_batch order by batch_number");
    }

    private static boolean shown(@Nullable Node node) {
        return node == null || (node.isVisible() && shown(node.getParent()));
    }

    @Test
    void every_control_is_reached_with_tab() {
        station.go(Place.RECALL, null);
        assertThat(EveryControl.missed(station)).isEmpty();
    }
}
