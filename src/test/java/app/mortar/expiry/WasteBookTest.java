package app.mortar.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierReturn;
import app.mortar.testing.DeskTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WasteBookTest extends DeskTest {
    private final WasteBook book = new WasteBook();

    @BeforeEach
    void a_batch_at_ten_a_unit() {
        pharmacy.product("PARA");
        pharmacy.clock.set(Instant.parse("2025-12-01T09:00:00Z"));
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-1",
                "Emzor",
                List.of(new GoodsIn.Line("PARA", "A", pharmacy.today().plusDays(400), 100, BigDecimal.TEN))));
    }

    private void writeOff(String moment, int units, SetAside.Reason reason) {
        pharmacy.clock.set(Instant.parse(moment));
        pharmacy.writeOff("PARA", "A", units, reason);
    }

    private List<WasteBook.Row> rows() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> book.rows(tx, Instant.EPOCH, 0, 100));
    }

    private List<String> months(int howMany) {
        return pharmacy.transactions.read(pharmacy.staff, tx -> book.months(tx, howMany)).stream()
                .map(month -> month.month()
                        + month.values().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(sum -> " " + sum.getKey() + " "
                                        + sum.getValue().stripTrailingZeros().toPlainString())
                                .collect(Collectors.joining()))
                .toList();
    }

    @Test
    void a_month_begins_and_ends_at_the_pharmacys_midnight_and_empty_months_are_there() {
        writeOff("2026-01-31T22:59:59Z", 1, SetAside.Reason.DAMAGED);
        writeOff("2026-01-31T23:00:00Z", 2, SetAside.Reason.DAMAGED);
        writeOff("2026-02-28T22:59:59Z", 3, SetAside.Reason.LOST);
        pharmacy.clock.set(MORNING);
        assertThat(months(4)).containsExactly("2025-12", "2026-01 DAMAGED 10", "2026-02 DAMAGED 20 LOST 30", "2026-03");
        assertThat(months(1)).containsExactly("2026-03");
    }

    @Test
    void a_reversal_is_taken_off_where_it_was_booked_and_returns_to_the_supplier_are_no_waste() {
        writeOff("2026-02-10T09:00:00Z", 5, SetAside.Reason.DAMAGED);
        writeOff("2026-03-02T09:00:00Z", 4, SetAside.Reason.DAMAGED);
        pharmacy.sendBack("RET-1", new SupplierReturn.Line(new BatchName("PARA", "A", null), 20, "Too many"));
        WasteBook.Row first =
                rows().stream().filter(row -> row.units() == 5).findFirst().orElseThrow();
        pharmacy.reverse(first.movement());
        assertThat(months(2)).containsExactly("2026-02 DAMAGED 50", "2026-03 DAMAGED -10");
        assertThat(rows())
                .extracting(row -> (row.toSupplier() ? "supplier " : "waste ") + row.units() + " " + row.reversible())
                .containsExactly("waste -5 false", "supplier 20 true", "waste 4 true", "waste 5 false");
        assertThat(rows()).filteredOn(WasteBook.Row::toSupplier).allSatisfy(row -> {
            assertThat(row.reference()).isEqualTo("RET-1");
            assertThat(row.document()).isNotNull();
        });
    }

    @Test
    void rows_are_those_since_a_moment_in_windows_and_counted() {
        for (int day = 1; day <= 5; day++) {
            writeOff("2026-03-0" + day + "T09:00:00Z", day, SetAside.Reason.LOST);
        }
        Instant since = Instant.parse("2026-03-02T09:00:00Z");
        assertThat(pharmacy.transactions.<Integer>read(pharmacy.staff, tx -> book.count(tx, since)))
                .isEqualTo(4);
        List<WasteBook.Row> window = pharmacy.transactions.read(pharmacy.staff, tx -> book.rows(tx, since, 1, 2));
        assertThat(window).extracting(WasteBook.Row::units).containsExactly(4, 3);
    }

    @Test
    void units_whose_cost_nobody_knows_are_worth_nothing_in_the_sums_and_unknown_in_the_rows() {
        pharmacy.receive("PARA", "B", pharmacy.today().plusDays(300), 5);
        pharmacy.clock.pass(Duration.ofDays(1));
        pharmacy.writeOff("PARA", "B", 5, SetAside.Reason.OTHER);
        assertThat(rows().getFirst().value()).isNull();
        assertThat(months(1)).containsExactly("2025-12 OTHER 0");
    }
}
