package app.mortar.desktop.expiry;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.work.Work;
import app.mortar.expiry.ShortLived;
import app.mortar.expiry.WasteBook;
import app.mortar.report.ClaimSheet;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryViewModelTest {
    @TempDir
    Path folder;

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
                new ClaimSheet(Pharmacy::settings),
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
        var list = model.batches();
        return pharmacy.transactions.read(
                pharmacy.staff,
                tx -> list.rows(tx, new PageSource.Window(0, 100, null, false)).rows());
    }

    private List<WasteBook.Row> waste() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> model.waste(tx, 0, 100));
    }

    private void choose(String batch) {
        model.disposal()
                .chosen()
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
        assertThat(model.disposal().reason().get()).isEqualTo(SetAside.Reason.EXPIRED);
        model.disposal().units().set("7");
        model.disposal().writeOff();
        assertThat(model.said().get()).contains("1 to 6");
        model.disposal().units().set("2");
        model.disposal().writeOff();
        assertThat(model.said().get()).isEqualTo("1 batch written off.");
        assertThat(model.disposal().chosen()).isEmpty();
        choose("GONE");
        model.disposal().writeOff();
        assertThat(waste()).extracting(WasteBook.Row::units).containsExactly(4, 2);
        assertThat(model.figures().get().months().getLast().value()).isEqualByComparingTo("60");
    }

    @Test
    void a_controlled_product_asks_for_a_witness() {
        choose("M1");
        model.disposal().writeOff();
        assertThat(model.said().get()).contains("witness");
        assertThat(model.disposal().chosen()).hasSize(1);
        model.disposal().witness().set("Bola");
        model.disposal().writeOff();
        assertThat(waste().getFirst().witness()).isEqualTo("Bola");
    }

    @Test
    void what_is_promised_stays() {
        pharmacy.hold(wanted("PARA", 8));
        model.shown().set(ExpiryViewModel.Shown.D7);
        choose("SOON");
        model.disposal().writeOff();
        assertThat(model.said().get()).contains("only 2 are free");
    }

    @Test
    void units_go_back_to_the_supplier_with_a_claim() {
        choose("GONE");
        model.disposal().sendBack();
        assertThat(model.said().get()).contains("which supplier");
        model.disposal().supplier().set("Emzor");
        model.disposal().reference().set("RET-1");
        model.disposal().sendBack();
        assertThat(model.claims().last().get().name()).isEqualTo("claim-RET-1.xlsx");
        assertThat(waste().getFirst().toSupplier()).isTrue();
        assertThat(model.figures().get().months().getLast().value())
                .as("no waste")
                .isEqualByComparingTo("0");
    }

    @Test
    void a_row_is_taken_back_once_and_with_a_reason() {
        choose("GONE");
        model.disposal().writeOff();
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

    @Test
    void the_claim_is_written_at_once_or_later_without_what_was_taken_back() {
        model.shown().set(ExpiryViewModel.Shown.EXPIRED);
        model.disposal().chosen().setAll(batches());
        model.disposal().supplier().set("Emzor");
        model.disposal().reference().set("RET 1/26");
        model.disposal().note().set("Too short a life");
        model.disposal().sendBack();
        Path claim = folder.resolve(model.claims().last().get().name());
        model.claims().write(model.claims().last().get(), claim);
        assertThat(model.said().get()).isEqualTo("The claim is in claim-RET-1-26.xlsx");
        try (ReadBack sheet = ReadBack.of(claim)) {
            assertThat(sheet.data("Lines"))
                    .extracting(row -> row.get("SKU") + " " + row.get("Quantity") + " " + row.get("Value"))
                    .containsExactlyInAnyOrder("PARA 6 60", "MORPH 3 30");
        }
        model.claims().write(model.claims().last().get(), folder.resolve("no").resolve("claim.xlsx"));
        assertThat(model.said().get()).contains("There is no folder");
        WasteBook.Row morphine = waste().stream()
                .filter(row -> row.sku().equals("MORPH"))
                .findFirst()
                .orElseThrow();
        model.reverse(morphine, "Came back");
        WasteBook.Row sent = waste().stream()
                .filter(row -> row.reversible() && row.sku().equals("PARA"))
                .findFirst()
                .orElseThrow();
        model.claims().write(model.claims().of(sent), claim);
        try (ReadBack sheet = ReadBack.of(claim)) {
            assertThat(sheet.data("Lines")).extracting(row -> row.get("SKU")).containsExactly("PARA");
            assertThat(sheet.total("Lines").get("Value")).isEqualTo("60");
        }
        model.reverse(sent, "Came back too");
        model.claims().write(model.claims().of(sent), claim);
        assertThat(model.said().get()).contains("nothing to claim");
    }

    @Test
    void a_write_off_is_no_claim() {
        choose("GONE");
        model.disposal().writeOff();
        assertThat(model.claims().of(waste().getFirst())).isNull();
        assertThat(model.claims().of(null)).isNull();
    }
}
