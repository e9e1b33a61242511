package app.mortar.desktop.counts;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Answers;
import app.mortar.desktop.RoomTest;
import app.mortar.desktop.Toolkit;
import app.mortar.desktop.Workstation;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.testing.Edited;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsViewTest extends RoomTest {
    @TempDir
    Path folder;

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
        clickOn("A1 · P1 · 9 Apr 2026");
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

    /** Counts all of shelf A1: nine of ten. */
    private void nineOfTen() {
        station.go(Place.COUNTS, null);
        clickOn("#counts-where").write("A1");
        clickOn("#counts-begin-shelf");
        station.settle();
        clickOn(lookup("#counts-sheet .table-row-cell").nth(0).<Node>query());
        clickOn("#counts-units").write("9");
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
    }

    @Test
    void what_waits_for_a_decision_goes_out_to_excel_unfolded() {
        nineOfTen();
        clickOn("#counts-decisions-export");
        station.settle();
        Path file = station.home.resolve("to-decide-" + pharmacy.today() + ".xlsx");
        try (ReadBack read = ReadBack.of(file)) {
            assertThat(read.data("To decide"))
                    .containsExactly(Map.of(
                            "Product", "Paracetamol",
                            "Batch", "P1",
                            "Expiry", "2026-04-09",
                            "Remark", "",
                            "Expected", "10",
                            "Counted", "9",
                            "Difference", "-1"));
            assertThat(read.total("To decide")).containsEntry("Difference", "-1");
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void in_a_small_window_the_batch_and_its_day_are_read_and_nothing_lies_beside_it() {
        Toolkit.run(() -> {
            station.stage.setWidth(1280);
            station.stage.setHeight(800);
        });
        nineOfTen();
        Set<Node> lines = lookup("#counts .table-cell .caption").queryAll();
        assertThat(lines)
                .extracting(line -> ((Label) line).getText())
                .contains("A1 · P1 · 9 Apr 2026", "P1 · 9 Apr 2026", "9 of 10");
        assertThat(lines).noneMatch(line -> ((Label) line).isTextTruncated());
        assertThat(Toolkit.call(() -> lookup("#counts-decisions")
                        .query()
                        .localToScene(lookup("#counts-decisions").query().getBoundsInLocal())
                        .getMaxX()))
                .isLessThan(1280);
        for (String id : List.of("#counts-sheet", "#counts-decisions")) {
            assertThat(lookup(id + " .scroll-bar:horizontal").<Node>queryAll()).noneMatch(bar -> bar.isVisible());
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void a_sheet_goes_out_to_excel_and_comes_back_filled() {
        Answers answers = new Answers(() -> folder);
        station.close();
        station = Workstation.open(
                pharmacy,
                new Rooms().add(Place.COUNTS, session -> new CountsView(session, Pharmacy.WORKBOOKS, answers)));
        station.go(Place.COUNTS, null);
        clickOn("#counts-where").write("A1");
        clickOn("#counts-begin-shelf");
        station.settle();
        clickOn("#counts-sheet-out");
        station.settle();
        answers.read = Edited.of(folder.resolve("count-Shelf-A1.xlsx"), "filled.xlsx", Map.of("F2", "many"));
        clickOn("#counts-sheet-in");
        station.settle();
        clickOn("#counts-sheet-give-back");
        station.settle();
        assertThat(folder.resolve("filled-to-mend.xlsx")).isNotEmptyFile();
        answers.read = Edited.of(folder.resolve("count-Shelf-A1.xlsx"), "filled.xlsx", Map.of("F2", "9"));
        clickOn("#counts-sheet-in");
        station.settle();
        assertThat(lookup("#counts-sheet-give-back").query().isVisible()).isFalse();
        assertThat(pharmacy.rows("select counted, counted_by from count_line")).containsExactly("9 Adaeze Okoro");
        assertThat(station.bugs).isEmpty();
    }
}
