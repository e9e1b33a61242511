package app.mortar.desktop.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.work.Work;
import app.mortar.expiry.ShortLived;
import app.mortar.expiry.WasteBook;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpiryViewModelTest {
    private Pharmacy pharmacy;
    private ExpiryViewModel model;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        pharmacy.product("PARA");
        pharmacy.product(new ProductForm(
                "MORPH",
                "Morphine",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                true,
                true,
                true));
        receive("PARA", "GONE", 1, 6);
        receive("PARA", "SOON", 6, 10);
        receive("MORPH", "M1", 1, 3);
        receive("PARA", "LATER", 200, 10);
        pharmacy.clock.pass(Duration.ofDays(1));
        model = new ExpiryViewModel(new ExpiryViewModel.Around(
                pharmacy.transactions,
                pharmacy.staff,
                Work.here(),
                failure -> String.valueOf(failure.getMessage()),
                () -> {}));
        model.load();
    }

    private void receive(String sku, String batch, int days, int units) {
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + batch,
                null,
                List.of(new GoodsIn.Line(sku, batch, pharmacy.today().plusDays(days), units, BigDecimal.TEN))));
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    private List<ShortLived.Row> batches() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> model.batches(tx, 0, 100));
    }

    private List<WasteBook.Row> waste() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> model.waste(tx, 0, 100));
    }

    private void choose(String batch) {
        model.chosen()
                .setAll(batches().stream()
                        .filter(row -> row.batchNumber().equals(batch))
                        .toList());
    }

    @Test
    void each_list_has_its_batches_and_its_figures() {
        assertThat(batches()).extracting(ShortLived.Row::batchNumber).containsExactlyInAnyOrder("GONE", "M1");
        model.shown().set(ExpiryViewModel.Shown.D7);
        assertThat(batches()).extracting(ShortLived.Row::batchNumber).containsExactly("SOON");
        var sums = model.figures().get().sums();
        assertThat(sums.get(ShortLived.Which.EXPIRED).units()).isEqualTo(9);
        assertThat(sums.get(ShortLived.Which.D7).worth()).isEqualByComparingTo("100");
        assertThat(sums.get(ShortLived.Which.D30).batches()).isZero();
    }

    @Test
    void a_chosen_batch_is_written_off_whole_or_in_part() {
        choose("GONE");
        assertThat(model.reason().get()).isEqualTo(SetAside.Reason.EXPIRED);
        model.units().set("7");
        model.writeOff();
        assertThat(model.said().get()).contains("1 to 6");
        model.units().set("2");
        model.writeOff();
        assertThat(model.said().get()).isEqualTo("1 batches written off.");
        assertThat(model.chosen()).isEmpty();
        choose("GONE");
        model.writeOff();
        assertThat(waste()).extracting(WasteBook.Row::units).containsExactly(4, 2);
        assertThat(model.figures().get().months().getLast().value()).isEqualByComparingTo("60");
    }

    @Test
    void a_controlled_product_asks_for_a_witness() {
        choose("M1");
        model.writeOff();
        assertThat(model.said().get()).contains("witness");
        assertThat(model.chosen()).hasSize(1);
        model.witness().set("Bola");
        model.writeOff();
        assertThat(waste().getFirst().witness()).isEqualTo("Bola");
    }

    @Test
    void what_is_promised_stays() {
        pharmacy.hold(wanted("PARA", 8));
        model.shown().set(ExpiryViewModel.Shown.D7);
        choose("SOON");
        model.writeOff();
        assertThat(model.said().get()).contains("only 2 are free");
    }

    @Test
    void units_go_back_to_the_supplier_with_a_claim() {
        choose("GONE");
        model.sendBack();
        assertThat(model.said().get()).contains("which supplier");
        model.supplier().set("Emzor");
        model.reference().set("RET-1");
        model.sendBack();
        assertThat(model.claim().get().lines().getFirst().value()).isEqualByComparingTo("60");
        assertThat(waste().getFirst().toSupplier()).isTrue();
        assertThat(model.figures().get().months().getLast().value())
                .as("no waste")
                .isEqualByComparingTo("0");
    }

    @Test
    void a_row_is_taken_back_once_and_with_a_reason() {
        choose("GONE");
        model.writeOff();
        WasteBook.Row row = waste().getFirst();
        model.reverse(row, " ");
        assertThat(model.said().get()).contains("Say why");
        model.reverse(row, "Wrong box");
        assertThat(batches()).extracting(ShortLived.Row::batchNumber).contains("GONE");
        model.reverse(row, "Wrong box");
        assertThat(model.said().get()).contains("already");
        assertThat(waste()).extracting(WasteBook.Row::reversible).containsExactly(false, false);
    }

    @Test
    void of_a_product_that_was_not_there_long_enough_nothing_is_concluded() {
        assertThat(model.figures().get().outlook().unknown()).isEqualTo(1);
        assertThat(model.forecast()).isEmpty();
        pharmacy.clock.pass(Duration.ofDays(30));
        model.load();
        assertThat(model.forecast())
                .as("nobody buys it")
                .extracting(row -> row.batchNumber() + " " + row.left())
                .containsExactly("LATER 10");
    }
}
