package app.mortar.desktop.stock;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.Here;
import app.mortar.desktop.Packs;
import app.mortar.desktop.widget.PageSource;
import app.mortar.fulfilment.ProductLedger;
import app.mortar.paper.Label;
import app.mortar.stock.SetAside;
import app.mortar.stock.WhyThisNumber.BatchRow;
import app.mortar.testing.DeskTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProductViewModelTest extends DeskTest {
    private Here here;
    private ProductViewModel model;
    private int closed;

    @BeforeEach
    void room() {
        Product product = pharmacy.product("PARA");
        stock("PARA", "A", 100, 30);
        stock("PARA", "B", 200, 10);
        here = Here.at(pharmacy, pharmacy.staff);
        model = new ProductViewModel(here.session);
        model.look(product.id());
        closed = 0;
    }

    private BatchRow batch(String number) {
        return model.sight().get().batches().stream()
                .filter(batch -> batch.batchNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shows_batches_in_the_order_they_go_and_numbers_that_add_up() {
        pharmacy.hold(wanted("PARA", 3));
        model.refresh();
        ProductViewModel.Sight now = model.sight().get();
        assertThat(now.batches()).extracting(BatchRow::batchNumber).containsExactly("A", "B");
        assertThat(now.usable().inCarts()).isEqualTo(3);
        assertThat(now.outlook().usable()).isEqualTo(37).isEqualTo(now.usable().available());
        assertThat(now.onHand().addsUp()).isTrue();
        assertThat(now.levels()).hasSize(29);
        model.days().set(90);
        assertThat(model.sight().get().levels()).hasSize(91);
        model.kind().set(ProductLedger.Kind.SOLD);
        PageSource.Rows<ProductLedger.Row> none = pharmacy.transactions.read(
                pharmacy.staff, tx -> model.movements().rows(tx, new PageSource.Window(0, 10, null, false)));
        assertThat(none.total()).isZero();
    }

    @Test
    void a_batch_on_the_shelf_gets_as_many_labels_as_are_asked_for_each_with_what_a_scanner_reads() {
        Product product = pharmacy.product(Packs.form("AMOX", "Amoxicillin caps", Packs.PARA, "B2-04"));
        stock("AMOX", "AMX2291", 100, 30);
        model.look(product.id());

        List<Label> labels = model.labels(batch("AMX2291"), 3);
        assertThat(labels).hasSize(3);
        Label label = labels.getFirst();
        assertThat(label)
                .isEqualTo(new Label(
                        "Amoxicillin caps",
                        "AMX2291",
                        pharmacy.today().plusDays(100),
                        "18 Jun 2026",
                        Packs.PARA,
                        "B2-04"));
        assertThat(label.code(pharmacy.today())).isNotNull();
    }

    @Test
    void a_form_that_is_posted_twice_is_booked_once_and_the_next_form_is_another_note() {
        BatchRow a = batch("A");
        model.writeOff(a, 4, SetAside.Reason.DAMAGED, "dropped", "", () -> closed++);
        model.writeOff(a, 4, SetAside.Reason.DAMAGED, "dropped", "", () -> closed++);
        assertThat(batch("A").quantity()).isEqualTo(26);
        assertThat(closed).isEqualTo(2);
        assertThat(here.toasts).hasSize(1);
        model.newNote();
        model.writeOff(a, 4, SetAside.Reason.DAMAGED, "dropped", "", () -> closed++);
        assertThat(batch("A").quantity()).isEqualTo(22);
    }

    @Test
    void what_cannot_be_is_refused_in_words_and_the_form_stays() {
        model.quarantine(batch("B"), 11, SetAside.Action.HOLD, "", () -> closed++);
        assertThat(model.refused().get()).contains("10");
        model.writeOff(batch("B"), 1, SetAside.Reason.EXPIRED, "", "", () -> closed++);
        assertThat(model.refused().get()).isNotEmpty();
        assertThat(closed).isZero();
        model.quarantine(batch("B"), 10, SetAside.Action.HOLD, "leaking", () -> closed++);
        assertThat(model.refused().get()).isEmpty();
        assertThat(closed).isEqualTo(1);
        assertThat(batch("B").quarantined()).isEqualTo(10);
    }

    @Test
    void a_recall_says_what_it_met() {
        pharmacy.hold(wanted("PARA", 3));
        model.recall(batch("A"), "maker's letter", () -> closed++);
        assertThat(closed).isEqualTo(1);
        assertThat(here.toasts.getFirst().title()).contains("A").contains("30");
        assertThat(model.sight().get().usable().recalled()).isEqualTo(30);
    }

    @Test
    void an_edit_of_what_somebody_else_changed_is_refused_and_their_words_stay() {
        ProductForm mine = model.sight().get().product().asForm();
        var asRead = model.sight().get().product().updatedAt();
        pharmacy.clock.pass(Duration.ofSeconds(5));
        ProductForm theirs = named(mine, "Their name");
        pharmacy.transactions.run(pharmacy.staff, tx -> pharmacy.products.replace(tx, "PARA", theirs));
        model.edit(named(mine, "My name"), asRead, () -> closed++);
        model.edit(named(mine, "My name"), asRead, () -> closed++);
        assertThat(closed).isZero();
        assertThat(model.refused().get()).contains("10:00");
        assertThat(model.sight().get().product().name()).isEqualTo("Their name");
        model.edit(named(mine, "My name"), model.sight().get().product().updatedAt(), () -> closed++);
        assertThat(closed).isEqualTo(1);
        assertThat(model.sight().get().product().name()).isEqualTo("My name");
    }

    private static ProductForm named(ProductForm form, String name) {
        return new ProductForm(
                form.sku(),
                name,
                form.gtin(),
                form.genericName(),
                form.strength(),
                form.form(),
                form.atcCode(),
                form.category(),
                form.supplier(),
                form.shelf(),
                form.minStockLevel(),
                form.reorderQuantity(),
                form.minShelfLifeDays(),
                form.price(),
                form.controlled(),
                form.expires(),
                form.active());
    }
}
