package app.mortar.desktop.counts;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.shell.Place;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class CountsViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product(new ProductForm(
                "PARA",
                "Paracetamol",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "A1",
                0,
                null,
                null,
                null,
                false,
                true,
                true));
        pharmacy.receive("PARA", "P1", pharmacy.today().plusDays(30), 10);
    }

    @Test
    void a_round_is_begun_counted_and_approved_with_the_keyboard() {
        station.go(Place.COUNTS, null);
        clickOn("#counts-where").write("A1");
        clickOn("#counts-begin-shelf");
        station.settle();
        clickOn("P1");
        station.settle();
        clickOn("#counts-units").write("9");
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(Toolkit.call(() ->
                        lookup("#counts-decisions").queryTableView().getItems().size()))
                .isEqualTo(1);
        clickOn("#counts-approve");
        station.settle();
        assertThat(pharmacy.rows("select stock_quantity from product")).containsExactly("9");
        assertThat(station.bugs).isEmpty();
    }
}
