package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.catalogue.ProductList;
import app.mortar.testing.DeskTest;
import app.mortar.workbook.WorkbookReader;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest extends DeskTest {
    private static final List<ProductColumn> COLUMNS = List.of(ProductColumn.values());
    private static final int NAME = COLUMNS.indexOf(ProductColumn.NAME);
    private static final int GTIN = COLUMNS.indexOf(ProductColumn.GTIN);
    private static final int PRICE = COLUMNS.indexOf(ProductColumn.PRICE);
    private static final int MINIMUM = COLUMNS.indexOf(ProductColumn.MINIMUM_LEVEL);

    @TempDir
    Path folder;

    private final WorkbookReader workbooks = new WorkbookReader(10_000_000, 10_000);
    private RoundTrip trip;
    private Path list;

    @BeforeEach
    void two_products_go_out() {
        pharmacy.product(form("=AMOX", "Amoxicillin", "12.5"));
        pharmacy.product(form("0012", "Paracetamol", null));
        trip = new RoundTrip(pharmacy.transactions, workbooks, new ProductList());
        list = folder.resolve("products.xlsx");
        assertThat(trip.export(pharmacy.staff, list)).isEqualTo(2);
    }

    private static ProductForm form(String sku, String name, String price) {
        return new ProductForm(
                sku,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                5,
                null,
                30,
                price == null ? null : new BigDecimal(price),
                false,
                true,
                true);
    }

    private void edited(Consumer<XSSFSheet> edit) throws IOException {
        Path done = folder.resolve("edited.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(list.toString());
                OutputStream out = Files.newOutputStream(done)) {
            edit.accept(workbook.getSheetAt(0));
            workbook.write(out);
        }
        list = done;
    }

    private static void set(XSSFSheet sheet, int row, int column, String text) {
        sheet.getRow(row - 1).createCell(column).setCellValue(text);
    }

    private RoundTrip.Looked.Changes looked() {
        RoundTrip.Looked looked = trip.look(pharmacy.staff, list);
        assertThat(looked).isInstanceOf(RoundTrip.Looked.Changes.class);
        return (RoundTrip.Looked.Changes) looked;
    }

    @Test
    void an_untouched_list_changes_nothing() {
        assertThat(looked().changes()).isEmpty();
        assertThat(looked().unchanged()).isEqualTo(2);
    }

    @Test
    void differences_are_shown_cell_by_cell_and_saved_only_when_applied() throws IOException {
        edited(sheet -> {
            set(sheet, 2, PRICE, "13");
            set(sheet, 3, NAME, "Paracetamol 500 mg");
            set(sheet, 3, MINIMUM, "7");
            sheet.createRow(3);
            set(sheet, 4, 0, "NEW");
            set(sheet, 4, NAME, "New product");
        });
        RoundTrip.Looked.Changes looked = looked();
        assertThat(looked.changes())
                .extracting(change -> change.row() + " " + change.sku() + " "
                        + change.fields().getFirst())
                .containsExactly(
                        "2 0012 FieldChange[heading=Price, before=, after=13]",
                        "3 =AMOX FieldChange[heading=Name, before=Amoxicillin, after=Paracetamol 500 mg]",
                        "4 NEW FieldChange[heading=Name, before=, after=New product]");
        assertThat(pharmacy.rows("select count(*) from product")).containsExactly("2");
        assertThat(trip.apply(pharmacy.staff, looked)).isEqualTo(new RoundTrip.Applied.Saved(1, 2));
        assertThat(pharmacy.rows("select sku, name, min_stock_level, min_shelf_life_days from product order by sku"))
                .containsExactly("0012 Paracetamol 5 30", "=AMOX Paracetamol 500 mg 7 30", "NEW New product 0 null");
    }

    @Test
    void what_somebody_else_has_changed_meanwhile_is_not_overwritten() throws IOException {
        edited(sheet -> {
            set(sheet, 2, NAME, "Mine");
            set(sheet, 3, NAME, "Also mine");
        });
        RoundTrip.Looked.Changes looked = looked();
        pharmacy.clock.pass(Duration.ofMinutes(1));
        pharmacy.transactions.run(
                pharmacy.staff, tx -> pharmacy.products.replace(tx, "0012", form("0012", "Theirs", null)));
        assertThat(trip.apply(pharmacy.staff, looked))
                .isInstanceOfSatisfying(RoundTrip.Applied.ChangedMeanwhile.class, no -> assertThat(no.rows())
                        .extracting(RoundTrip.Change::sku)
                        .containsExactly("0012"));
        assertThat(pharmacy.rows("select name from product order by sku")).containsExactly("Theirs", "Amoxicillin");
    }

    @Test
    void faults_go_back_as_comments_on_their_cells() throws IOException {
        edited(sheet -> {
            set(sheet, 2, PRICE, "cheap");
            set(sheet, 3, GTIN, "123");
        });
        RoundTrip.Looked looked = trip.look(pharmacy.staff, list);
        assertThat(looked).isInstanceOf(RoundTrip.Looked.Faulty.class);
        Faults faults = ((RoundTrip.Looked.Faulty) looked).faults();
        Path back = folder.resolve("back.xlsx");
        Commented.write(list, workbooks, faults, back);
        try (XSSFWorkbook workbook = new XSSFWorkbook(back.toString())) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getRow(1).getCell(PRICE).getStringCellValue()).isEqualTo("cheap");
            assertThat(sheet.getRow(1)
                            .getCell(PRICE)
                            .getCellComment()
                            .getString()
                            .getString())
                    .contains("number");
            assertThat(sheet.getRow(2).getCell(GTIN).getCellComment()).isNotNull();
            assertThat(sheet.getCellComments()).hasSize(2);
        }
    }

    @Test
    void a_sku_that_was_edited_in_a_tied_row_is_a_fault() throws IOException {
        edited(sheet -> set(sheet, 2, 0, "0013"));
        assertThat(trip.look(pharmacy.staff, list))
                .isInstanceOfSatisfying(RoundTrip.Looked.Faulty.class, faulty -> assertThat(
                                faulty.faults().first())
                        .extracting(Fault::cell)
                        .containsExactly("A2"));
    }

    @Test
    void a_list_without_row_ids_is_no_export() throws IOException {
        edited(sheet -> set(sheet, 1, COLUMNS.size(), "Something"));
        assertThat(trip.look(pharmacy.staff, list)).isNotInstanceOf(RoundTrip.Looked.Changes.class);
    }
}
