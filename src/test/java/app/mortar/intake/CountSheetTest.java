package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.testing.DeskTest;
import app.mortar.workbook.WorkbookReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountSheetTest extends DeskTest {
    @TempDir
    Path folder;

    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final Rounds rounds = new Rounds(CountRules.STANDARD);
    private long round;
    private Path sheet;

    @BeforeEach
    void a_sheet_is_printed() {
        pharmacy.product("PARA");
        stock("PARA", "0012", 30, 50);
        stock("PARA", "12E5", 60, 20);
        stock("PARA", "C", 90, 10);
        CountDesk.Begun begun = pharmacy.transactions.write(
                pharmacy.staff, tx -> desk.begin(tx, "All", new Scope.OfProducts(List.of("PARA"))));
        round = ((CountDesk.Begun.Open) begun).round().id();
        sheet = folder.resolve("sheet.xlsx");
        List<Rounds.ToCount> batches = pharmacy.transactions.read(pharmacy.staff, tx -> rounds.sheet(tx, round, 0, 99));
        CountSheet.write(sheet, "All", batches);
    }

    /** Somebody types into the column Counted, by row. */
    private void filled(Map<Integer, String> counted) throws IOException {
        Path done = folder.resolve("filled.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(sheet.toString());
                OutputStream out = Files.newOutputStream(done)) {
            XSSFSheet list = workbook.getSheetAt(0);
            counted.forEach((row, units) -> list.getRow(row - 1).createCell(5).setCellValue(units));
            workbook.write(out);
        }
        sheet = done;
    }

    private CountIntake.Outcome enter(boolean again) {
        return new CountIntake(pharmacy.transactions, new CountSheet(new WorkbookReader(1_000_000, 1_000)), desk)
                .enter(pharmacy.staff, round, sheet, again);
    }

    @Test
    void what_is_typed_is_entered_and_blank_rows_are_not_counted() throws IOException {
        filled(Map.of(2, "49", 4, "0"));
        assertThat(enter(false)).isEqualTo(new CountIntake.Outcome.Entered(1, 1, List.of()));
        assertThat(pharmacy.rows("select batch_number, counted, status from count_line order by id"))
                .containsExactly("0012 49 COUNTED", "C 0 RECOUNT");
    }

    @Test
    void the_same_sheet_again_replaces_only_on_purpose() throws IOException {
        filled(Map.of(2, "49"));
        enter(false);
        assertThat(enter(false))
                .isInstanceOfSatisfying(CountIntake.Outcome.Entered.class, entered -> assertThat(entered.refused())
                        .extracting(CountIntake.Refused::why)
                        .containsExactly(new CountDesk.Entered.CountedBefore("ada")));
        assertThat(enter(true)).isEqualTo(new CountIntake.Outcome.Entered(1, 0, List.of()));
    }

    @Test
    void a_fault_is_named_with_its_cell_and_nothing_is_entered() throws IOException {
        filled(Map.of(2, "49", 3, "about 20", 4, "-1"));
        assertThat(enter(false)).isInstanceOfSatisfying(CountIntake.Outcome.Faulty.class, faulty -> assertThat(
                        faulty.faults().first())
                .extracting(Fault::cell)
                .containsExactly("F3", "F4"));
        assertThat(pharmacy.rows("select id from count_line")).isEmpty();
    }
}
