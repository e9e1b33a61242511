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
import app.mortar.testing.Pharmacy;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CountsViewModelTest {
    private static final String GTIN = "09521234567899";

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
                failure -> String.valueOf(failure.getMessage()),
                changes::incrementAndGet));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<Rounds.ToCount> sheet(CountsViewModel model) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> model.sheet(tx, 0, 100));
    }

    private void count(CountsViewModel model, int row, String units) {
        model.batch().set(sheet(model).get(row));
        model.units().set(units);
        model.enter();
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
        assertThat(counter.units().get()).isEmpty();
        assertThat(counter.version().get()).isGreaterThan(before);
        assertThat(changes).hasPositiveValue();
        assertThat(sheet(counter).getFirst().countedBy()).isEqualTo("bola");
    }

    @Test
    void what_is_no_number_is_not_sent() {
        count(counter, 0, "ten");
        assertThat(counter.said().get()).contains("whole number");
        assertThat(counter.units().get()).isEqualTo("ten");
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
        assertThat(manager.countedBefore().get()).isTrue();
        assertThat(manager.said().get()).contains("bola");
        manager.enterAgain();
        assertThat(manager.countedBefore().get()).isFalse();
        assertThat(manager.toDecide()).extracting(line -> line.line().counted()).containsExactly(9);
    }

    @Test
    void a_scan_chooses_the_batch() {
        counter.scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN + "10P2", pharmacy.today()));
        assertThat(counter.batch().get().batchNumber()).isEqualTo("P2");
        counter.scanned((Scan.Read) new Gs1Reader().read("]d201" + GTIN + "10P9", pharmacy.today()));
        assertThat(counter.said().get()).contains("not part");
    }

    @Test
    void approval_says_what_was_booked_and_whose_promise_was_broken_and_accuracy_follows() {
        pharmacy.hold(wanted("PARA", 50));
        count(counter, 0, "9");
        manager.load();
        assertThat(manager.toDecide().getFirst().promisedAndMissing()).isEqualTo(1);
        assertThat(manager.holders()).hasSize(1);
        manager.approve(List.copyOf(manager.toDecide()), "Stocktaking");
        assertThat(manager.said().get()).contains("1 differences booked", "1 promises were broken");
        assertThat(manager.toDecide()).isEmpty();
        assertThat(manager.accuracy().get().ofUnits()).isEqualByComparingTo("0.9");
        manager.close();
        assertThat(manager.said().get()).contains("1 batches were not counted");
        assertThat(manager.round().get().round().isOpen()).isFalse();
    }

    @Test
    void a_line_that_is_sent_back_is_to_be_counted_again() {
        count(counter, 0, "9");
        manager.load();
        manager.reject(List.copyOf(manager.toDecide()));
        assertThat(sheet(counter).getFirst().again()).isTrue();
        assertThat(manager.toDecide()).isEmpty();
    }
}
