package app.mortar.desktop.alerts;

import static app.mortar.testing.Pharmacy.request;
import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.shell.Place;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class AlertsViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA", 5);
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(200), 8);
        OrderAnswer placed = pharmacy.order(request("O-1", null, true, wanted("PARA", 4)));
        pharmacy.move(((OrderAnswer.Placed) placed).order().id(), OrderStatus.DISPATCHED);
    }

    private TableView<?> table(String id) {
        return lookup("#" + id).queryAs(TableView.class);
    }

    @Test
    void a_shortage_is_acknowledged_and_the_messages_can_be_chosen_from() {
        station.go(Place.ALERTS, null);
        assertThat(table("alerts-shortages").getItems()).hasSize(1);
        assertThat(table("alerts-messages").getItems()).hasSize(1);
        clickOn("#alerts-acknowledge");
        station.settle();
        assertThat(pharmacy.rows("select acknowledged_by from alert_episode")).containsExactly("Adaeze Okoro");
        assertThat(lookup("#alerts-acknowledge").query().isDisabled()).isTrue();
        clickOn("#alerts-which-2");
        station.settle();
        assertThat(table("alerts-messages").getItems()).isEmpty();
        press(KeyCode.F5).release(KeyCode.F5);
        station.settle();
        assertThat(station.bugs).isEmpty();
    }
}
