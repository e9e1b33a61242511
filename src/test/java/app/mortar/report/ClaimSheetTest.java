package app.mortar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.kernel.NotPermitted;
import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierClaim;
import app.mortar.stock.SupplierReturn;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimSheetTest extends DeskTest {
    @TempDir
    Path folder;

    private final ClaimSheet sheet = new ClaimSheet(Pharmacy::settings);
    private SupplierReturn.Outcome.Booked booked;

    @BeforeEach
    void three_lines_go_back() {
        pharmacy.product("PARA");
        pharmacy.product("=AMOX");
        receive("PARA", "A", "12.5");
        receive("PARA", "B", "0.3333");
        pharmacy.receive("=AMOX", "X", pharmacy.today().plusDays(90), 9);
        booked = (SupplierReturn.Outcome.Booked) pharmacy.sendBack(
                "RET-1",
                line("PARA", "A", 4, "Too short a life"),
                line("PARA", "B", 3, null),
                line("=AMOX", "X", 9, null));
    }

    private void receive(String sku, String batch, String cost) {
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + batch,
                "Emzor",
                List.of(new GoodsIn.Line(sku, batch, pharmacy.today().plusDays(30), 10, new BigDecimal(cost)))));
    }

    private static SupplierReturn.Line line(String sku, String batch, int units, @Nullable String reason) {
        return new SupplierReturn.Line(new BatchName(sku, batch, null), units, reason);
    }

    private Optional<SupplierClaim> claim(long document) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> SupplierClaim.of(tx, document));
    }

    @Test
    void says_what_was_sent_back_cell_by_cell_and_what_it_has_cost() {
        Path file = folder.resolve("claim.xlsx");
        sheet.write(pharmacy.staff, claim(booked.document()).orElseThrow(), file);
        try (ReadBack read = ReadBack.of(file)) {
            assertThat(read.sheets()).containsExactly("Cover", "Lines");
            assertThat(read.data("Lines"))
                    .extracting(row -> String.join("|", row.values()))
                    .containsExactly(
                            "PARA|A|2026-04-09|4|12.5|50|Too short a life",
                            "PARA|B|2026-04-09|3|0.3333|0.9999|",
                            "=AMOX|X|2026-06-08|9|||");
            assertThat(read.total("Lines")).containsEntry("Quantity", "16").containsEntry("Value", "50.9999");
            List<String> cover = new ArrayList<>();
            read.workbook.getSheet("Cover").forEach(row -> row.forEach(cell -> cover.add(cell.toString())));
            assertThat(cover)
                    .containsSequence("From", "Ìlera Pharmacy", "To", "Emzor", "Reference", "RET-1")
                    .containsSequence("By", "ada", "Currency", "NGN");
        }
    }

    @Test
    void what_the_ledger_keeps_is_what_was_booked_and_what_was_taken_back_is_not_claimed() {
        assertThat(claim(booked.document()).orElseThrow().lines())
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(booked.lines());
        long second = Long.parseLong(pharmacy.rows(
                        "select id from inventory_movement where type = 'SUPPLIER_RETURN'" + " and batch_number = 'B'")
                .getFirst());
        pharmacy.reverse(second);
        assertThat(claim(booked.document()).orElseThrow().lines())
                .extracting(SupplierReturn.Sent::batchNumber)
                .containsExactly("A", "X");
    }

    @Test
    void a_receipt_is_no_return_and_not_everybody_may_claim() {
        long receipt = Long.parseLong(pharmacy.rows("select min(id) from stock_document where kind = 'RECEIPT'")
                .getFirst());
        assertThat(claim(receipt)).isEmpty();
        pharmacy.transactions.run(
                pharmacy.staff,
                tx -> pharmacy.setAside.writeOff(
                        tx,
                        new SetAside.WriteOff(
                                new BatchName("PARA", "A", null), 1, SetAside.Reason.DAMAGED, "Fell down.", "W-1")));
        long writeOff = Long.parseLong(pharmacy.rows("select id from stock_document where reference = 'W-1'")
                .getFirst());
        assertThat(claim(writeOff)).as("a write-off is nobody's debt").isEmpty();
        assertThat(claim(-1)).isEmpty();
        SupplierClaim claim = claim(booked.document()).orElseThrow();
        assertThatThrownBy(
                        () -> pharmacy.transactions.read(pharmacy.shop, tx -> SupplierClaim.of(tx, booked.document())))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> sheet.write(pharmacy.shop, claim, folder.resolve("no.xlsx")))
                .isInstanceOf(NotPermitted.class);
        assertThat(folder.resolve("no.xlsx")).doesNotExist();
    }
}
