package app.mortar.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.kernel.Actor;
import app.mortar.kernel.NotPermitted;
import app.mortar.kernel.Permission;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Edited;
import app.mortar.testing.Pharmacy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountSheetTest extends DeskTest {
    @TempDir
    Path folder;

    private final CountDesk desk = new CountDesk(CountRules.STANDARD);
    private final Rounds rounds = new Rounds(CountRules.STANDARD);
    private final Actor bola = new Actor("bola", "staff:2", "till-2", EnumSet.of(Permission.COUNT));
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
    private void filled(Map<Integer, String> counted) {
        Map<String, String> typed = new HashMap<>();
        counted.forEach((row, units) -> typed.put("F" + row, units));
        sheet = Edited.of(folder.resolve("sheet.xlsx"), "filled.xlsx", typed);
    }

    private CountIntake.Outcome enter(Actor who) {
        return intake().enter(who, round, sheet);
    }

    private CountIntake intake() {
        return new CountIntake(pharmacy.transactions, new CountSheet(Pharmacy.WORKBOOKS), desk);
    }

    private List<String> lines() {
        return pharmacy.rows("select batch_number, counted, status, counted_by from count_line order by id");
    }

    @Test
    void what_is_typed_is_entered_and_blank_rows_are_not_counted() {
        filled(Map.of(2, "49", 4, "0"));
        assertThat(enter(pharmacy.staff)).isEqualTo(new CountIntake.Outcome.Entered(1, 1, 0, List.of()));
        assertThat(lines()).containsExactly("0012 49 COUNTED ada", "C 0 RECOUNT ada");
    }

    @Test
    void the_same_sheet_twice_is_no_second_count() {
        filled(Map.of(2, "49", 4, "0"));
        enter(pharmacy.staff);
        assertThat(enter(pharmacy.staff)).isEqualTo(new CountIntake.Outcome.Entered(0, 0, 2, List.of()));
        assertThat(lines()).containsExactly("0012 49 COUNTED ada", "C 0 RECOUNT ada");
        filled(Map.of(4, "9"));
        assertThat(enter(pharmacy.staff))
                .as("looked again")
                .isEqualTo(new CountIntake.Outcome.Entered(1, 0, 0, List.of()));
    }

    @Test
    void what_somebody_else_has_counted_is_replaced_only_on_purpose() {
        filled(Map.of(2, "49", 3, "20"));
        enter(bola);
        filled(Map.of(2, "48", 4, "10"));
        CountIntake.Outcome.Entered entered = (CountIntake.Outcome.Entered) enter(pharmacy.staff);
        assertThat(entered.counted()).isEqualTo(1);
        assertThat(entered.refused())
                .extracting(CountIntake.Refused::why)
                .containsExactly(new CountDesk.Entered.CountedBefore("bola"));
        assertThat(intake().replace(pharmacy.staff, round, entered.refused()))
                .isEqualTo(new CountIntake.Outcome.Entered(1, 0, 0, List.of()));
        assertThat(lines())
                .containsExactly(
                        "0012 49 REPLACED bola", "12E5 20 COUNTED bola", "C 10 COUNTED ada", "0012 48 COUNTED ada");
    }

    @Test
    void a_batch_that_is_not_listed_gets_a_row_of_its_own_with_its_date() {
        sheet = Edited.of(
                folder.resolve("sheet.xlsx"),
                "filled.xlsx",
                Map.of(
                        "A5",
                        "PARA",
                        "D5",
                        "FOUND",
                        "E5",
                        "2027-03-31",
                        "F5",
                        "2",
                        "A6",
                        "PARA",
                        "D6",
                        "BARE",
                        "F6",
                        "1"));
        CountIntake.Outcome.Entered entered = (CountIntake.Outcome.Entered) enter(bola);
        assertThat(entered.counted()).isEqualTo(1);
        assertThat(entered.refused())
                .extracting(CountIntake.Refused::why)
                .containsExactly(new CountDesk.Entered.ExpiryMissing());
        assertThat(lines()).containsExactly("FOUND 2 COUNTED bola");
    }

    @Test
    void a_fault_is_named_with_its_cell_and_nothing_is_entered() {
        filled(Map.of(2, "49", 3, "about 20", 4, "-1"));
        assertThat(enter(pharmacy.staff)).isInstanceOfSatisfying(CountIntake.Outcome.Faulty.class, faulty -> assertThat(
                        faulty.faults().first())
                .extracting(Fault::cell)
                .containsExactly("F3", "F4"));
        assertThat(pharmacy.rows("select id from count_line")).isEmpty();
    }

    @Test
    void who_may_not_count_is_refused_before_the_sheet_is_read() {
        sheet = folder.resolve("nowhere.xlsx");
        assertThatThrownBy(() -> enter(pharmacy.shop)).isInstanceOf(NotPermitted.class);
        assertThat(enter(bola)).isInstanceOf(CountIntake.Outcome.Unusable.class);
    }
}
