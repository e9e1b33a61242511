package app.mortar.intake;

import static app.mortar.testing.RawWorkbook.row;
import static app.mortar.testing.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.RawWorkbook;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Stock lists for tests, and the answers to them. */
abstract class StockLists {
    static final String HEADINGS = row(1, "SKU", "Batch number", "Expiry date", "Quantity", "Unit cost", "Shelf");
    static final String HOW = " Write it as 2027-03-31, or as 2027-03 for the last day of that month.";

    @TempDir
    Path folder;

    Reading<StockRow, StockColumn> read(RawWorkbook workbook) {
        Path file = workbook.save(folder.resolve("stock.xlsx"));
        return new StockSheet(new WorkbookReader(1_000_000, 1_000)).read(file);
    }

    Reading<StockRow, StockColumn> read(String rows) {
        return read(RawWorkbook.of(HEADINGS + rows).formats("mmm-yy", "yyyy-mm-dd", "d-mmm", "0.00E+00", "00000"));
    }

    /** One row: P1, batch B1, good until 2027-03-31, 10 units; {@code cells} replace some of these (XML). */
    static String with(String... cells) {
        List<String> row = new ArrayList<>(
                List.of(text("A2", "P1"), text("B2", "B1"), text("C2", "2027-03-31"), text("D2", "10")));
        for (String cell : cells) {
            int column = cell.charAt(cell.indexOf('"') + 1) - 'A';
            while (row.size() <= column) {
                row.add("");
            }
            row.set(column, cell);
        }
        return "<row r=\"2\">" + String.join("", row) + "</row>";
    }

    static String value(String reference, String type, int style, String value) {
        return "<c r=\"%s\" t=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(reference, type, style, value);
    }

    static List<StockRow> rows(Reading<StockRow, StockColumn> reading) {
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows<StockRow, StockColumn>) reading).rows();
    }

    static List<String> remarks(Reading<StockRow, StockColumn> reading) {
        assertThat(reading).isInstanceOf(Reading.Rows.class);
        return ((Reading.Rows<StockRow, StockColumn>) reading).remarks();
    }

    static List<String> faults(Reading<StockRow, StockColumn> reading) {
        assertThat(reading).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty<StockRow, StockColumn>) reading).faults().lines(200);
    }
}
