package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.RawWorkbook;
import app.mortar.workbook.Damages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a workbook, its sender reads one sentence about it and the books stay as they were. */
class DamagedListTest extends Lists {
    private static final String STOCK = RawWorkbook.row(1, "SKU", "Batch number", "Expiry date", "Quantity")
            + RawWorkbook.row(2, "P1", "B1", "2027-03-31", "10");

    /** Rows 3 of a stock list whose row 2 is good, and what is said about them. */
    private static final Map<String, String> BAD_ROWS = Map.ofEntries(
            Map.entry(cells("1200000", "2027-03-31", "5"), "B3 \"1200000\": Excel made a number of it; zeros at its"),
            Map.entry(texts("B2", "03/27", "5"), "C3 \"03/27\": The year has two digits and could be something else."),
            Map.entry(texts("B2", "2027-02-30", "5"), "C3 \"2027-02-30\": There is no such day in the calendar."),
            Map.entry(texts("B2", "04/05/2027", "5"), "C3 \"04/05/2027\": Day and month could be either way round"),
            Map.entry(texts("B2", "2027-03-31", "1.5"), "D3 \"1.5\": Write a whole number of units, 1 or more."),
            Map.entry(texts("B2", "2027-03-31", "-4"), "D3 \"-4\": Write a whole number of units, 1 or more."),
            Map.entry(texts("B2", "2027-03-31", "0"), "D3 \"0\": Write a whole number of units, 1 or more."),
            Map.entry(texts("B2", "2027-03-31", ""), "D3: Quantity is missing."),
            Map.entry(texts("", "2027-03-31", "5"), "B3: Batch number is missing."),
            Map.entry(texts("B1", "2027-03-31", "5"), "B3 \"B1\": This batch of P1 stands in row 2 too."),
            Map.entry(
                    texts("B1", "2027-04-30", "5"), "C3 \"2027-04-30\": Batch B1 of P1 expires on 2027-03-31 in row 2"),
            Map.entry(texts("B".repeat(41), "2027-03-31", "5"), "It has 41 characters; at most 40 fit."),
            Map.entry(texts("B\u2028\u0085\u0091", "2027-03-31", "5"), "There is an invisible control character in it"),
            Map.entry(
                    "<row r=\"3\">" + RawWorkbook.text("A3", "P1") + RawWorkbook.text("B3", "B2")
                            + RawWorkbook.text("C3", "2027-03-31") + "<c r=\"D3\"><f>5*2</f><v>10</v></c></row>",
                    "D3 \"=5*2\": This is a formula, and formulas are not calculated here."));

    private static String texts(String batch, String expiry, String quantity) {
        return RawWorkbook.row(3, "P1", batch, expiry, quantity);
    }

    private static String cells(String batch, String expiry, String quantity) {
        return "<row r=\"3\">" + RawWorkbook.text("A3", "P1") + "<c r=\"B3\"><v>" + batch + "</v></c>"
                + RawWorkbook.text("C3", expiry) + "<c r=\"D3\"><v>" + quantity + "</v></c></row>";
    }

    @Test
    void a_damaged_file_of_any_kind_changes_nothing() throws Exception {
        pharmacy.product("P1");
        List<String> before = everything();
        // a sheet without headings is left long before its limit of rows
        List<Damages.Damage> damages = Damages.all()
                .filter(damage -> !damage.name().equals("more rows than allowed"))
                .toList();
        assertThat(damages).hasSizeGreaterThan(20);
        for (Damages.Damage damage : damages) {
            Path file =
                    Files.write(folder.resolve(damage.file()), damage.maker().make());

            assertThat(takeProducts(file)).as("%s", damage).isEqualTo(new Intake.Unusable(damage.sentence()));
            assertThat(takeStock(file)).as("%s", damage).isEqualTo(new Intake.Unusable(damage.sentence()));
            assertThat(everything()).as("%s", damage).isEqualTo(before);
        }
    }

    @Test
    void a_bad_row_of_any_kind_below_good_ones_changes_nothing() {
        pharmacy.product("P1");
        List<String> before = everything();
        BAD_ROWS.forEach((row, sentence) -> {
            Path file = RawWorkbook.of(STOCK + row).save(folder.resolve("stock.xlsx"));

            assertThat(faults(takeStock(file)))
                    .as(row)
                    .singleElement()
                    .asString()
                    .contains(sentence);
            assertThat(everything()).as(row).isEqualTo(before);
        });
    }
}
