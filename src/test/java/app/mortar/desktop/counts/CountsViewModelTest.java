package app.mortar.desktop.counts;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.desktop.work.Work;
import app.mortar.gs1.Gs1Reader;
import app.mortar.gs1.Scan;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.testing.Db;
import app.mortar.testing.Edited;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsViewModelTest {
    private static final String GTIN = "09521234567899";

    @TempDir
    Path folder;

    private final AtomicInteger changes = new AtomicInteger();
    private Pharmacy pharmacy;
    private CountsViewModel manager;
    private CountsViewModel counter;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product(new ProductForm(
                "PARA",
                "Paracetamol",
                Gtin.of(GTIN),
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
        pharmacy.receive("PARA", "P2", pharmacy.today().plusDays(60), 40);
        manager = model(pharmacy.staff);
        counter = model(new Actor("bola", "staff:2", "till-2", EnumSet.of(Permission.COUNT, Permission.SEE_STOCK)));
        manager.begin("Shelf A1", new Scope.OfShelf("A1"));
        counter.load();
    }

    private CountsViewModel model(Actor actor) {
        return new CountsViewModel(new CountsViewModel.Around(
                pharmacy.transactions,
                actor,
                Work.here(),
                Pharmacy.WORKBOOKS,
                failure -> String.valueOf(failure.getMessage()),
                changes::incrementAndGet));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<Rounds.ToCount> sheet(CountsViewModel model) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> model.counting().sheet(tx, 0, 100));
    }

    private void count(CountsViewModel model, int row, String units) {
        model.counting().batch().set(sheet(model).get(row));
        model.counting().units().set(units);
        model.counting().enter();
    }

    @Test
    void an_open_round_is_shown_to_whoever_comes() {
        assertThat(counter.round().get().round().title()).isEqualTo("Shelf A1");
        assertThat(counter.decides()).isFalse();
        assertThat(sheet(counter)).extracting(Rounds.ToCount::batchNumber).containsExactly("P1", "P2");
    }

    @Test
    void a_count_is_entered_and_the_next_one_can_follow() {
        int before = counter.version().get();
        count(counter, 0, "10");
        assertThat(counter.said().get()).contains("Paracetamol, P1", "10");
        assertThat(counter.counting().units().get()).isEmpty();
        assertThat(counter.version().get()).isGreaterThan(before);
        assertThat(changes).hasPositiveValue();
        assertThat(sheet(counter).getFirst().countedBy()).isEqualTo("bola");
    }

    @Test
    void what_is_no_number_is_not_sent() {
        count(counter, 0, "ten");
        assertThat(counter.said().get()).contains("whole number");
        assertThat(counter.counting().units().get()).isEqualTo("ten");
        assertThat(sheet(counter).getFirst().countedBy()).isNull();
    }

    @Test
    void a_doubtful_count_asks_for_a_second_one_without_saying_why() {
        count(counter, 0, "3");
        assertThat(counter.said().get()).contains("second time").doesNotContain("10");
        assertThat(sheet(counter).getFirst().again()).isTrue();
    }

    @Test
    void what_somebody_else_has_counted_is_replaced_only_on_purpose() {
        count(counter, 0, "10");
        count(manager, 0, "9");
        assertThat(manager.counting().countedBefore().get()).isTrue();
        assertThat(manager.said().get()).contains("bola");
        manager.counting().enterAgain();
        assertThat(manager.counting().countedBefore().get()).isFalse();
        assertThat(manager.decisions().toDecide())
                .extracting(line -> line.line().counted())
                .containsExactly(9);
    }

    @Test
    void a_scan_chooses_the_batch() {
        counter.counting().scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN + "10P2", pharmacy.today()));
        assertThat(counter.counting().batch().get().batchNumber()).isEqualTo("P2");
        counter.counting().scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN + "10P9", pharmacy.today()));
        assertThat(counter.said().get()).contains("not part");
        counter.counting().scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN + "10P1", pharmacy.today()));
        assertThat(counter.counting().batch().get().batchNumber()).isEqualTo("P1");
        assertThat(counter.said().get()).as("of the scan before").isEmpty();
        counter.counting().scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN, pharmacy.today()));
        assertThat(counter.said().get()).as("a pack that may be of either").contains("Several batches");
        assertThat(counter.counting().batch().get().batchNumber()).isEqualTo("P1");
    }

    @Test
    void a_batch_that_the_books_do_not_know_is_scanned_and_counted_all_the_same() {
        String found = "]d201" + GTIN + "172708311" + "0NEW";
        counter.counting().scanned((Scan.Read) new Gs1Reader().read(found, pharmacy.today()));
        assertThat(counter.counting().batch().get().batchNumber()).isEqualTo("NEW");
        assertThat(counter.said().get()).contains("do not know Paracetamol, NEW");
        counter.counting().units().set("2");
        counter.counting().enter();
        assertThat(counter.said().get()).contains("2 counted");
        assertThat(sheet(counter)).extracting(Rounds.ToCount::batchNumber).contains("NEW");
        manager.load();
        manager.decisions().approve(List.copyOf(manager.decisions().toDecide()), null);
        assertThat(pharmacy.rows("select quantity, expiry_date from inventory_batch where batch_number = 'NEW'"))
                .containsExactly("2 2027-08-31");
    }

    @Test
    void approval_says_what_was_booked_and_whose_promise_was_broken_and_accuracy_follows() {
        pharmacy.hold(wanted("PARA", 50));
        count(counter, 0, "9");
        manager.load();
        assertThat(manager.decisions().toDecide().getFirst().promisedAndMissing())
                .isEqualTo(1);
        assertThat(manager.decisions().holders()).hasSize(1);
        manager.decisions().approve(List.copyOf(manager.decisions().toDecide()), "Stocktaking");
        assertThat(manager.said().get()).contains("1 differences booked", "1 promises were broken");
        assertThat(manager.decisions().toDecide()).isEmpty();
        assertThat(manager.accuracy().get().ofUnits()).isEqualByComparingTo("0.9");
        manager.decisions().close();
        assertThat(manager.said().get()).contains("1 batches were not counted");
        assertThat(manager.round().get().round().isOpen()).isFalse();
    }

    @Test
    void a_line_that_is_sent_back_is_to_be_counted_again() {
        count(counter, 0, "9");
        manager.load();
        manager.decisions().reject(List.copyOf(manager.decisions().toDecide()));
        assertThat(sheet(counter).getFirst().again()).isTrue();
        assertThat(manager.decisions().toDecide()).isEmpty();
    }

    private Path written(CountsViewModel model) {
        Path sheet = folder.resolve(model.sheets().name());
        model.sheets().write(sheet);
        return sheet;
    }

    @Test
    void a_sheet_goes_out_blind_and_comes_in_filled() {
        Path sheet = written(counter);
        assertThat(sheet).hasFileName("count-Shelf-A1.xlsx").isNotEmptyFile();
        assertThat(counter.said().get()).isEqualTo("2 batches to count in count-Shelf-A1.xlsx");
        int before = counter.version().get();
        counter.sheets().take(Edited.of(sheet, "filled.xlsx", Map.of("F2", "10", "F3", "4")));
        assertThat(counter.said().get()).isEqualTo("1 batch of the sheet counted. 1 to be counted a second time.");
        assertThat(counter.version().get()).isGreaterThan(before);
        manager.load();
        assertThat(manager.decisions().toDecide())
                .extracting(line -> line.line().counted())
                .containsExactly(10);
    }

    @Test
    void what_somebody_else_has_counted_is_taken_from_the_sheet_only_on_purpose() {
        count(manager, 0, "10");
        counter.sheets().take(Edited.of(written(counter), "filled.xlsx", Map.of("F2", "9", "F3", "40")));
        assertThat(counter.said().get()).contains("1 was counted by somebody else: PARA P1.");
        assertThat(counter.sheets().countedBefore().get()).isTrue();
        counter.sheets().takeOver();
        assertThat(counter.sheets().countedBefore().get()).isFalse();
        manager.load();
        assertThat(manager.decisions().toDecide())
                .extracting(line -> line.line().counted())
                .containsExactlyInAnyOrder(9, 40);
    }

    @Test
    void a_sheet_with_faults_is_given_back_with_comments() {
        counter.sheets().take(Edited.of(written(counter), "filled.xlsx", Map.of("F2", "10", "F3", "some")));
        assertThat(counter.said().get()).contains("1 thing must be mended", "F3");
        assertThat(counter.sheets().faulty().get()).isTrue();
        assertThat(sheet(counter)).extracting(Rounds.ToCount::countedBy).containsOnlyNulls();
        Path back = folder.resolve(counter.sheets().givenBackName());
        counter.sheets().giveBack(back);
        try (ReadBack read = ReadBack.of(back)) {
            assertThat(read.workbook.getSheetAt(0).getCellComments()).hasSize(1);
        }
        manager.begin("Again", new Scope.OfShelf("A1"));
        assertThat(manager.sheets().faulty().get()).isFalse();
    }

    @Test
    void a_sheet_that_cannot_be_written_or_read_says_why() {
        counter.sheets().write(folder.resolve("no").resolve("sheet.xlsx"));
        assertThat(counter.said().get()).contains("There is no folder");
        counter.sheets().take(folder.resolve("nowhere.xlsx"));
        assertThat(counter.said().get()).contains("nowhere.xlsx");
    }

    @Test
    void accuracy_over_time_has_a_point_for_each_counted_round_the_oldest_first() {
        assertThat(manager.overTime(5)).isEmpty();
        count(manager, 0, "10");
        manager.begin("Second", new Scope.OfShelf("A1"));
        count(manager, 1, "39");
        manager.begin("Nothing counted", new Scope.OfShelf("A1"));
        manager.load();
        assertThat(manager.overTime(5))
                .extracting(
                        round -> round.round().title() + " " + round.accuracy().off())
                .containsExactly("Shelf A1 0", "Second 1");
        assertThat(manager.overTime(1))
                .extracting(round -> round.round().title())
                .containsExactly("Second");
    }
}
