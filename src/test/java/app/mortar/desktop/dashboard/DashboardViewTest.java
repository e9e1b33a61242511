package app.mortar.desktop.dashboard;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.TabWalk;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.widget.Chip;
import app.mortar.expiry.Outlook;
import app.mortar.fulfilment.Activity;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.testing.Pharmacy;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class DashboardViewTest extends RoomTest {
    @Override
    protected void stock() {
        for (String sku : List.of("ASPIRIN", "BISOPROLOL", "CODEINE")) {
            pharmacy.product(new ProductForm(
                    sku, sku, null, null, null, null, null, "C", "S", null, 10, null, null, null, false, true, true));
        }
        pharmacy.receive("BISOPROLOL", "B1", pharmacy.today().plusDays(60), 8);
        pharmacy.receive("CODEINE", "C1", pharmacy.today().plusDays(60), 90);
        pharmacy.clock.pass(java.time.Duration.ofMinutes(1));
        if (pharmacy.order(Pharmacy.request("WEB-1", null, true, wanted("CODEINE", 2)))
                instanceof OrderAnswer.Placed placed) {
            pharmacy.move(placed.order().id(), OrderStatus.DISPATCHED);
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> low() {
        TableView<Outlook> table = lookup("#low-table").queryAs(TableView.class);
        return Toolkit.call(() -> table.getItems().stream().map(Outlook::sku).toList());
    }

    @Test
    void shows_what_is_low_filters_by_keys_and_opens_the_product() {
        station.go(Place.DASHBOARD, null);
        assertThat(station.bugs).isEmpty();
        assertThat(low()).containsExactly("ASPIRIN", "BISOPROLOL");
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("bisop").type(KeyCode.ENTER);
        station.settle();
        assertThat(low()).containsExactly("BISOPROLOL");
        type(KeyCode.ESCAPE);
        station.settle();
        assertThat(low()).hasSize(2);
        clickOn("#low-severity-1");
        station.settle();
        assertThat(low()).containsExactly("ASPIRIN");
        clickOn("ASPIRIN").type(KeyCode.ENTER);
        station.settle();
        assertThat(lookup("#product-name").queryLabeled().getText()).isEqualTo("ASPIRIN");
        assertThat(station.bugs).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void tells_of_a_dispatch_with_its_badge_and_of_a_new_one_by_itself() {
        station.go(Place.DASHBOARD, null);
        ListView<Activity.Entry> feed = lookup("#dashboard-activity").queryAs(ListView.class);
        assertThat(Toolkit.call(() -> feed.getItems().getFirst().kind())).isEqualTo(Activity.Kind.DISPATCHED);
        assertThat(from(feed).lookup(".chip").<Chip>queryAll()).hasSize(3).allSatisfy(chip -> assertThat(chip.getText())
                .isEqualTo("Stock updated"));
        pharmacy.clock.pass(java.time.Duration.ofMinutes(1));
        pharmacy.receive("ASPIRIN", "A1", pharmacy.today().plusDays(60), 100);
        type(KeyCode.F5);
        station.settle();
        assertThat(Toolkit.call(() -> feed.getItems().getFirst().kind())).isEqualTo(Activity.Kind.RECEIVED);
        assertThat(low()).containsExactly("BISOPROLOL");
    }

    @Test
    void a_tab_walk_reaches_every_control() {
        station.go(Place.DASHBOARD, null);
        assertThat(TabWalk.from(this, station.stage))
                .containsAll(Set.of(
                        "tile-out",
                        "tile-low",
                        "tile-expired",
                        "tile-dispatched",
                        "low-search",
                        "low-category",
                        "low-supplier",
                        "low-severity-0",
                        "low-table",
                        "dashboard-open-expiring",
                        "dashboard-activity"));
    }
}
