package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductList;
import app.mortar.stock.OpeningStock;
import app.mortar.testing.DeskTest;
import app.mortar.testing.RawWorkbook;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A pharmacy that takes lists in; its date is 10 March 2026. */
abstract class Lists extends DeskTest {
    @TempDir
    Path folder;

    private ProductIntake products;
    private StockIntake stock;

    @BeforeEach
    void desks() {
        WorkbookReader workbooks = new WorkbookReader(1_000_000, 1_000);
        ProductList list = new ProductList();
        products = new ProductIntake(pharmacy.transactions, new ProductSheet(workbooks), list);
        stock = new StockIntake(pharmacy.transactions, new StockSheet(workbooks), new OpeningStock(), list);
    }

    /** A workbook of rows of texts; the first holds the headings. */
    Path file(String name, String[]... rows) {
        StringBuilder xml = new StringBuilder();
        for (int i = 0; i < rows.length; i++) {
            xml.append(RawWorkbook.row(i + 1, rows[i]));
        }
        return RawWorkbook.of(xml.toString()).save(folder.resolve(name));
    }

    static String[] row(String... cells) {
        return cells;
    }

    Intake takeProducts(Path file) {
        return products.take(pharmacy.staff, file, Intake.Progress.UNTOLD);
    }

    Intake rehearseProducts(Path file) {
        return products.rehearse(pharmacy.staff, file, Intake.Progress.UNTOLD);
    }

    Intake takeStock(Path file) {
        return stock.take(pharmacy.staff, file, false, Intake.Progress.UNTOLD);
    }

    Intake takeStockWithExpired(Path file) {
        return stock.take(pharmacy.staff, file, true, Intake.Progress.UNTOLD);
    }

    Intake rehearseStock(Path file) {
        return stock.rehearse(pharmacy.staff, file, false, Intake.Progress.UNTOLD);
    }

    StockIntake stockDesk() {
        return stock;
    }

    ProductIntake productDesk() {
        return products;
    }

    static List<String> faults(Intake intake) {
        assertThat(intake).isInstanceOf(Intake.Faulty.class);
        return ((Intake.Faulty) intake).faults().lines(200);
    }

    /** Every row of the tables that an import may write. */
    List<String> everything() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of("product", "inventory_batch", "inventory_movement", "stock_document")) {
            pharmacy.rows("select * from " + table).stream().sorted().forEach(rows::add);
        }
        return rows;
    }
}
