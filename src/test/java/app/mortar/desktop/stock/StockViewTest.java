package app.mortar.desktop.stock;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.desktop.RoomTest;
import app.mortar.desktop.TabWalk;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.kernel.Permission;
import app.mortar.paper.Label;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class StockViewTest extends RoomTest {
    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.product("IBU");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(60), 30);
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(90), 5);
    }

    private int rows(String table) {
        return Toolkit.call(
                () -> lookup(table).queryAs(TableView.class).getItems().size());
    }

    private void open(String product) {
        station.go(Place.STOCK, null);
        clickOn(product).type(KeyCode.ENTER);
        station.settle();
    }

    @Test
    void opens_a_product_shows_why_its_number_and_goes_back_by_keys() {
        station.go(Place.STOCK, null);
        assertThat(rows("#stock-table")).isEqualTo(2);
        open("Product PARA");
        assertThat(lookup("#product-name").queryLabeled().getText()).isEqualTo("Product PARA");
        assertThat(lookup("Adds up").queryAll()).isNotEmpty();
        assertThat(rows("#product-batches")).isEqualTo(2);
        assertThat(rows("#product-ledger")).isEqualTo(2);
        clickOn("#term-0-sold");
        station.settle();
        assertThat(rows("#product-ledger")).isZero();
        type(KeyCode.ESCAPE);
        station.settle();
        assertThat(rows("#stock-table")).isEqualTo(2);
        assertThat(station.bugs).isEmpty();
    }

    private void chooseFirstBatch() {
        clickOn(lookup("#product-batches .table-row-cell").nth(0).<Node>query());
        type(KeyCode.CONTEXT_MENU);
        station.settle();
    }

    @Test
    void labels_of_a_batch_are_printed_from_its_menu_as_many_as_are_asked_for_or_kept_as_a_file() {
        station.close();
        List<Label> printed = new CopyOnWriteArrayList<>();
        station = Workstation.open(
                pharmacy,
                new Rooms()
                        .add(
                                Place.STOCK,
                                session -> new StockView(session, (labels, today) -> {
                                    printed.addAll(labels);
                                    return true;
                                })));
        open("Product PARA");
        chooseFirstBatch();
        clickOn("#batch-labels");
        clickOn("#form-units").press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write("3").type(KeyCode.F9);
        station.settle();
        assertThat(printed).hasSize(3).extracting(Label::batch).containsOnly("A");
        assertThat(lookup("#form-post").queryAll()).isEmpty();

        chooseFirstBatch();
        clickOn("#batch-labels").clickOn("PDF file").type(KeyCode.F9);
        station.settle();
        assertThat(station.home.resolve("labels-A.pdf")).isNotEmptyFile();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void whoever_may_not_receive_prints_no_labels_either() {
        station.close();
        station = Workstation.open(
                pharmacy, Workstation.rooms(pharmacy), EnumSet.of(Permission.SEE_STOCK, Permission.QUARANTINE));
        open("Product PARA");
        chooseFirstBatch();
        assertThat(lookup("#batch-quarantine").queryAll()).isNotEmpty();
        assertThat(lookup("#batch-labels").queryAll()).isEmpty();
    }

    @Test
    void writes_off_by_keys_once_however_fast_f9_is_pressed() {
        open("Product PARA");
        clickOn("#product-write-off");
        TextField units = lookup("#form-units").queryAs(TextField.class);
        clickOn(units).press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write("4");
        type(KeyCode.F9, 2);
        station.settle();
        assertThat(pharmacy.rows("select quantity from inventory_batch where batch_number = 'A'"))
                .containsExactly("26");
        assertThat(lookup("#form-post").queryAll()).isEmpty();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_refusal_is_said_beside_the_act_and_esc_closes_the_form_before_the_product() {
        open("Product PARA");
        clickOn("#product-quarantine");
        clickOn("#form-units").press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write("99").type(KeyCode.F9);
        station.settle();
        assertThat(lookup("#form-refused").queryLabeled().getText()).contains("30");
        type(KeyCode.ESCAPE);
        assertThat(lookup("#form-post").queryAll()).isEmpty();
        assertThat(lookup("#product-name").queryAll()).isNotEmpty();
    }

    @Test
    void what_a_role_may_not_do_is_not_there() {
        station.close();
        station = Workstation.open(pharmacy, Workstation.rooms(pharmacy), EnumSet.of(Permission.SEE_STOCK));
        open("Product PARA");
        assertThat(lookup("#product-name").queryAll()).isNotEmpty();
        for (String act : new String[] {"write-off", "quarantine", "recall", "edit"}) {
            assertThat(lookup("#product-" + act).queryAll()).as(act).isEmpty();
        }
    }

    @Test
    void a_tab_walk_reaches_every_control() {
        station.go(Place.STOCK, null);
        assertThat(TabWalk.from(this, station.stage))
                .contains("stock-search", "stock-category", "stock-supplier", "stock-choice-0", "stock-table");
        open("Product PARA");
        assertThat(TabWalk.from(this, station.stage))
                .contains(
                        "product-back",
                        "product-write-off",
                        "product-quarantine",
                        "product-recall",
                        "product-edit",
                        "term-0-received",
                        "product-batches",
                        "stock-days-0",
                        "product-ledger",
                        "ledger-filter");
    }
}
