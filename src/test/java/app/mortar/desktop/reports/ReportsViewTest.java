package app.mortar.desktop.reports;

import static org.assertj.core.api.Assertions.assertThat;

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
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.apache.poi.ss.usermodel.CellType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsViewTest extends RoomTest {
    @TempDir
    Path folder;

    private final Answers answers = new Answers(() -> folder);

    @Override
    protected void stock() {
        pharmacy.product("PARA");
        pharmacy.receive("PARA", "A", pharmacy.today().plusDays(20), 7);
    }

    @BeforeEach
    void reports() {
        station.close();
        station = Workstation.open(
                pharmacy,
                new Rooms()
                        .add(
                                Place.REPORTS,
                                session -> new ReportsView(session, pharmacy.reports, Pharmacy.WORKBOOKS, answers)));
    }

    @Test
    void a_report_is_chosen_seen_and_written() {
        station.go(Place.REPORTS, null);
        clickOn("#report-stock-on-hand");
        station.settle();
        assertThat(Toolkit.call(() ->
                        lookup("#preview-Products").queryTableView().getItems().size()))
                .isEqualTo(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(folder.resolve("stock-on-hand-2026-03-10.xlsx")).isNotEmptyFile();
        assertThat(lookup("#reports-open").query().isVisible()).isTrue();
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void the_list_that_is_seen_goes_out_whole_by_its_button_and_by_its_menu() {
        for (int i = 0; i < 40; i++) {
            pharmacy.product("MORE-" + i);
        }
        station.go(Place.REPORTS, null);
        clickOn("#report-stock-on-hand");
        station.settle();
        Toolkit.run(() -> lookup("#reports-lists")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(0));
        clickOn("#reports-write-list");
        station.settle();
        try (ReadBack read = ReadBack.of(folder.resolve("stock-on-hand-products-2026-03-10.xlsx"))) {
            assertThat(read.sheets()).containsExactly("Products", "About this list");
            assertThat(read.data("Products")).hasSize(41);
        }
        Toolkit.run(() -> lookup("#reports-lists")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(1));
        station.settle();
        rightClickOn("#preview-Batches").clickOn("#preview-Batches-to-excel");
        station.settle();
        try (ReadBack read = ReadBack.of(folder.resolve("stock-on-hand-batches-2026-03-10.xlsx"))) {
            assertThat(read.data("Batches")).singleElement().satisfies(row -> assertThat(row)
                    .containsEntry("Batch number", "A"));
        }
        assertThat(station.bugs).isEmpty();
    }

    @Test
    void what_would_change_and_what_must_be_mended_go_out_to_excel() {
        station.go(Place.REPORTS, null);
        clickOn("#report-products");
        clickOn("#products-export");
        station.settle();
        Path list = folder.resolve("products-2026-03-10.xlsx");
        answers.read = Edited.of(list, "edited.xlsx", Map.of("B2", "=Paracetamol"));
        clickOn("#products-import");
        station.settle();
        assertThat(lookup("#products-faults-export").query().getParent().isVisible())
                .isFalse();
        try (ReadBack read = exported("products-differences", "what-would-change")) {
            assertThat(read.rows("What would change"))
                    .containsExactly(Map.of(
                            "Row", "2",
                            "SKU", "PARA",
                            "What", "Name",
                            "Before", "Product PARA",
                            "After", "=Paracetamol",
                            "State", "Changes"));
            assertThat(read.workbook.getSheetAt(0).getRow(1).getCell(0).getCellType())
                    .isEqualTo(CellType.NUMERIC);
            assertThat(read.workbook.getSheetAt(0).getRow(1).getCell(4).getCellType())
                    .isEqualTo(CellType.STRING);
        }
        answers.read = Edited.of(list, "wrong.xlsx", Map.of("C2", "5.01E+12"));
        Toolkit.run(() -> station.stage.setWidth(1180));
        clickOn("#products-import");
        station.settle();
        Label sentence = lookup("#products-faults .table-sentence").queryAs(Label.class);
        assertThat(sentence.getHeight())
                .as("a long sentence has more lines than one")
                .isGreaterThan(45);
        assertThat(sentence.isTextTruncated()).isFalse();
        try (ReadBack read = exported("products-faults", "what-must-be-mended")) {
            assertThat(read.rows("What must be mended")).singleElement().satisfies(row -> {
                assertThat(row).containsEntry("Cell", "C2").containsEntry("What stands there", "5.01E+12");
                assertThat(row.get("How to mend it")).isNotBlank();
            });
        }
        assertThat(station.bugs).isEmpty();
    }

    /** The workbook that a click on a table's button makes. */
    private ReadBack exported(String table, String title) {
        clickOn("#" + table + "-export");
        station.settle();
        clickOn("#toast-close"); // it lies over the buttons for a while
        return ReadBack.of(station.home.resolve(title + "-2026-03-10.xlsx"));
    }

    @Test
    void products_go_out_and_come_back_and_are_saved_with_f9() {
        station.go(Place.REPORTS, null);
        clickOn("#report-products");
        clickOn("#products-export");
        station.settle();
        Path list = folder.resolve("products-2026-03-10.xlsx");
        answers.read = Edited.of(list, "edited.xlsx", Map.of("B2", "Paracetamol 500 mg"));
        clickOn("#products-import");
        station.settle();
        assertThat(Toolkit.call(() -> List.copyOf(
                        lookup("#products-differences").queryTableView().getItems())))
                .hasSize(1);
        press(KeyCode.F9).release(KeyCode.F9);
        station.settle();
        assertThat(pharmacy.rows("select name from product")).containsExactly("Paracetamol 500 mg");
        answers.read = Edited.of(list, "wrong.xlsx", Map.of("C2", "123"));
        clickOn("#products-import");
        station.settle();
        clickOn("#products-give-back");
        station.settle();
        assertThat(folder.resolve("wrong-to-mend.xlsx")).isNotEmptyFile();
        clickOn("#report-movements");
        station.settle();
        assertThat(lookup("#reports-write").query().isVisible()).isTrue();
        assertThat(station.bugs).isEmpty();
    }
}
