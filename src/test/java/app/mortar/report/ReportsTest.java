package app.mortar.report;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.access.Role;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Scope;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.kernel.Actor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.NotPermitted;
import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every report against the same rows asked for in another way, after the file was read again. */
class ReportsTest extends DeskTest {
    @TempDir
    Path folder;

    private final AtomicLong rowsTold = new AtomicLong();

    private Reports reports() {
        return pharmacy.reports;
    }

    private ReadBack made(ReportName name, @Nullable String from, @Nullable String to) {
        Path file = folder.resolve(name.word() + ".xlsx");
        Reports.Wish wish = new Reports.Wish(
                name, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        assertThat(reports().write(pharmacy.staff, wish, file, Progress.NONE))
                .isInstanceOf(Reports.Outcome.Written.class);
        return ReadBack.of(file);
    }

    private void receive(String sku, String batch, int days, int units, String cost) {
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + sku + batch + pharmacy.clock.instant(),
                "Emzor",
                List.of(new GoodsIn.Line(sku, batch, pharmacy.today().plusDays(days), units, new BigDecimal(cost)))));
    }

    /** A month of a small pharmacy, with something of everything. */
    private void live() {
        pharmacy.product("PARA");
        pharmacy.product("=AMOX");
        receive("PARA", "A", 5, 40, "12.5");
        receive("PARA", "B", 60, 30, "13.25");
        receive("=AMOX", "X", 25, 20, "100");
        receive("=AMOX", "Y", 400, 10, "99.9999");
        moved(confirmed("O-1", wanted("PARA", 7), wanted("=AMOX", 3)), OrderStatus.DISPATCHED);
        var returned = moved(confirmed("O-2", wanted("PARA", 2)), OrderStatus.DELIVERED);
        moved(returned, OrderStatus.RETURNED);
        pharmacy.clock.pass(Duration.ofDays(5));
        pharmacy.writeOff("PARA", "A", 11, SetAside.Reason.EXPIRED);
        pharmacy.writeOff("=AMOX", "X", 2, SetAside.Reason.DAMAGED);
        pharmacy.hold(wanted("PARA", 4));
    }

    private long sum(String sql) {
        return Long.parseLong(pharmacy.rows(sql).getFirst());
    }

    private static BigDecimal money(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    @Test
    void one_list_of_a_report_goes_out_alone_whole_and_as_in_the_report() {
        live();
        Reports.Wish wish = new Reports.Wish(ReportName.EXPIRY_WASTE, null, null);
        Reports.Preview seen = reports().preview(pharmacy.staff, wish, 1);
        try (ReadBack whole = made(ReportName.EXPIRY_WASTE, null, null)) {
            assertThat(whole.data("Expiring")).hasSizeGreaterThan(1);
            for (Reports.Preview.Part part : seen.parts()) {
                Path file = folder.resolve(part.name() + ".xlsx");
                int rows = whole.data(part.name()).size();
                assertThat(reports().writeList(pharmacy.staff, wish, part.name(), file, Progress.NONE))
                        .isEqualTo(new Reports.Outcome.Written(file, seen.period(), rows));
                try (ReadBack alone = ReadBack.of(file)) {
                    assertThat(alone.sheets()).containsExactly(part.name(), "About this list");
                    assertThat(alone.rows(part.name())).isEqualTo(whole.rows(part.name()));
                    assertThat(alone.workbook.getSheetAt(1).getRow(0).getCell(0).getStringCellValue())
                            .isEqualTo("Expiry & Waste: " + part.name());
                }
            }
        }
        Path none = folder.resolve("none.xlsx");
        assertThatThrownBy(() -> reports().writeList(pharmacy.staff, wish, "Cover", none, Progress.NONE))
                .hasMessageContaining("Cover");
        assertThatThrownBy(() -> reports()
                        .writeList(
                                Actor.staff("x", "till-1", Role.PHARMACIST.permissions()),
                                wish,
                                "Expiring",
                                none,
                                Progress.NONE))
                .isInstanceOf(NotPermitted.class);
        assertThat(none).doesNotExist();
    }

    @Test
    void movements_are_the_ledger_cell_by_cell() {
        live();
        try (ReadBack file = made(ReportName.MOVEMENTS, null, null)) {
            assertThat(file.sheets()).containsExactly("Cover", "Movements");
            List<String> expected = pharmacy.rows("""
                    select p.sku, m.batch_number, m.expiry_date, m.type, m.quantity,
                      coalesce(cast(m.unit_cost as varchar), ''), m.actor, coalesce(m.reason, ''), m.seq
                    from inventory_movement m join product p on p.id = m.product_id order by m.at, m.id""");
            assertThat(file.data("Movements")).hasSameSizeAs(expected).hasSize(10);
            for (int i = 0; i < expected.size(); i++) {
                Map<String, String> row = file.data("Movements").get(i);
                String cost = row.get("Unit cost").isEmpty()
                        ? ""
                        : money(row.get("Unit cost")).setScale(4).toPlainString();
                assertThat(String.join(
                                " ",
                                row.get("SKU"),
                                row.get("Batch number"),
                                row.get("Expiry date"),
                                row.get("Type"),
                                row.get("Quantity"),
                                cost,
                                row.get("By"),
                                row.get("Reason"),
                                row.get("Ledger row")))
                        .isEqualTo(expected.get(i));
                assertThat(money(row.get("Value")))
                        .isEqualByComparingTo(money(row.get("Quantity")).multiply(money(row.get("Unit cost"))));
            }
            Map<String, String> total = file.total("Movements");
            assertThat(total.get("SKU")).isEqualTo("Total");
            assertThat(Long.parseLong(total.get("Quantity")))
                    .isEqualTo(sum("select sum(quantity) from inventory_movement"))
                    .isEqualTo(sum("select sum(stock_quantity) from product"));
            assertThat(file.totalFormula("Movements", "Quantity")).isEqualTo("SUBTOTAL(109,F2:F11)");
        }
    }

    @Test
    void moments_are_the_pharmacys_and_days_begin_and_end_at_its_midnight() {
        pharmacy.product("PARA");
        for (String moment : List.of(
                "2026-02-28T22:59:59Z", "2026-02-28T23:00:00Z", "2026-03-01T22:59:59Z", "2026-03-01T23:00:00Z")) {
            pharmacy.clock.set(Instant.parse(moment));
            stock("PARA", "A" + moment.substring(8, 14).replace(":", ""), 90, 1);
        }
        try (ReadBack file = made(ReportName.MOVEMENTS, "2026-03-01", "2026-03-01")) {
            assertThat(file.data("Movements"))
                    .extracting(row -> row.get("At"))
                    .containsExactly("2026-03-01T00:00", "2026-03-01T23:59:59");
        }
        try (ReadBack file = made(ReportName.MOVEMENTS, null, null)) {
            assertThat(file.data("Movements"))
                    .as("the current month so far")
                    .extracting(row -> row.get("At"))
                    .containsExactly("2026-03-01T00:00", "2026-03-01T23:59:59", "2026-03-02T00:00");
        }
        try (ReadBack file = made(ReportName.MOVEMENTS, null, "2026-02-28")) {
            assertThat(file.data("Movements"))
                    .as("from the beginning of the last day's month")
                    .extracting(row -> row.get("At"))
                    .containsExactly("2026-02-28T23:59:59");
        }
    }

    @Test
    void stock_on_hand_says_what_shelf_and_availability_say() {
        live();
        try (ReadBack file = made(ReportName.STOCK_ON_HAND, null, null)) {
            for (Map<String, String> row : file.data("Products")) {
                String sku = row.get("SKU");
                assertThat(pharmacy.rows("select stock_quantity from product where sku = '" + sku + "'"))
                        .containsExactly(row.get("On hand"));
                assertThat(Integer.parseInt(row.get("Usable"))).isEqualTo(pharmacy.available(sku));
            }
            assertThat(file.data("Products")).extracting(row -> row.get("SKU")).containsExactly("=AMOX", "PARA");
            assertThat(Long.parseLong(file.total("Products").get("On hand")))
                    .isEqualTo(sum("select sum(quantity) from inventory_batch"));
            assertThat(file.total("Batches").get("On hand"))
                    .isEqualTo(file.total("Products").get("On hand"));
            assertThat(file.total("Batches").get("Usable"))
                    .isEqualTo(file.total("Products").get("Usable"));
            assertThat(money(file.total("Batches").get("Value")))
                    .isEqualByComparingTo(money(file.total("Products").get("Value")));
            assertThat(file.data("Batches"))
                    .filteredOn(row -> row.get("SKU").equals("PARA"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("On hand") + " " + row.get("Usable"))
                    .containsExactly("A 22 0", "B 30 26");
        }
    }

    @Test
    void expiry_and_waste_agrees_with_the_shelf_and_the_ledger() {
        live();
        try (ReadBack file = made(ReportName.EXPIRY_WASTE, "2026-03-15", "2026-03-15")) {
            assertThat(file.sheets()).containsExactly("Cover", "Expired on the shelf", "Expiring", "Written off");
            assertThat(file.data("Expired on the shelf"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("On hand") + " " + row.get("Value"))
                    .containsExactly("A 22 275");
            assertThat(file.data("Expiring"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("Stage") + " " + row.get("On hand"))
                    .containsExactly("X within 30 days 15", "B within 90 days 30");
            assertThat(file.data("Written off"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("Reason") + " " + row.get("Quantity"))
                    .containsExactly("A EXPIRED 11", "X DAMAGED 2");
            assertThat(Long.parseLong(file.total("Written off").get("Quantity")))
                    .isEqualTo(-sum("select sum(quantity) from inventory_movement where type = 'WASTE'"));
            assertThat(money(file.total("Written off").get("Value"))).isEqualByComparingTo("337.5");
            assertThat(cover(file))
                    .contains("Written off, by reason", "EXPIRED", "Ìlera Pharmacy", "Expired waste rate");
            assertThat(file.workbook.getSheet("Cover").getDrawingPatriarch().getCharts())
                    .hasSize(3);
        }
        try (ReadBack file = made(ReportName.EXPIRY_WASTE, "2026-03-01", "2026-03-14")) {
            assertThat(file.data("Written off")).isEmpty();
            assertThat(file.total("Written off")).containsEntry("SKU", "Total").containsEntry("Quantity", "0");
        }
    }

    private static List<String> cover(ReadBack file) {
        List<String> said = new java.util.ArrayList<>();
        file.workbook.getSheet("Cover").forEach(row -> row.forEach(cell -> said.add(cell.toString())));
        return said;
    }

    @Test
    void low_stock_is_judged_on_good_units() {
        pharmacy.product(Pharmacy.form("ENOUGH"));
        for (String sku : List.of("OUT", "FEW", "HELD")) {
            pharmacy.product(withMinimum(sku, 10));
        }
        stock("ENOUGH", "A", 90, 1);
        stock("OUT", "A", 1, 50);
        stock("FEW", "A", 90, 4);
        stock("HELD", "A", 90, 10);
        pharmacy.clock.pass(Duration.ofDays(1));
        pharmacy.hold(wanted("HELD", 10));
        try (ReadBack file = made(ReportName.LOW_STOCK, null, null)) {
            assertThat(file.data("Low stock"))
                    .extracting(row -> row.get("SKU") + " " + row.get("Severity") + " " + row.get("On hand") + " "
                            + row.get("Usable") + " " + row.get("Minimum") + " " + row.get("Missing"))
                    .containsExactly("OUT out 50 0 10 10", "FEW critical 4 4 10 6");
        }
    }

    private static app.mortar.catalogue.ProductForm withMinimum(String sku, int minimum) {
        return new app.mortar.catalogue.ProductForm(
                sku, sku, null, null, null, null, null, null, null, null, minimum, null, null, null, false, true, true);
    }

    private static app.mortar.catalogue.ProductForm controlled(String sku) {
        return new app.mortar.catalogue.ProductForm(
                sku, sku, null, null, null, null, null, null, null, null, 0, null, null, null, true, true, true);
    }

    @Test
    void valuation_is_what_the_ledger_had_when_the_day_ended() {
        live();
        try (ReadBack before = made(ReportName.VALUATION, null, "2026-03-14");
                ReadBack now = made(ReportName.VALUATION, null, null)) {
            assertThat(before.data("Valuation"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("On hand") + " " + row.get("Value"))
                    .containsExactly("X 17 1700", "Y 10 999.999", "A 33 412.5", "B 30 397.5");
            assertThat(now.data("Valuation"))
                    .extracting(row -> row.get("Batch number") + " " + row.get("On hand"))
                    .containsExactly("X 15", "Y 10", "A 22", "B 30");
            assertThat(Long.parseLong(now.total("Valuation").get("On hand")))
                    .isEqualTo(sum("select sum(stock_quantity) from product"));
            assertThat(money(now.total("Valuation").get("Value"))).isEqualByComparingTo("3172.499");
        }
    }

    @Test
    void the_controlled_register_carries_its_balance_on() {
        pharmacy.product(controlled("MORPH"));
        pharmacy.product("PARA");
        stock("PARA", "A", 90, 5);
        stock("MORPH", "A", 90, 5);
        moved(confirmed("O-1", wanted("MORPH", 2)), OrderStatus.DISPATCHED);
        pharmacy.clock.pass(Duration.ofDays(1));
        stock("MORPH", "B", 200, 7);
        pharmacy.writeOff("MORPH", "A", 1, SetAside.Reason.DAMAGED);
        try (ReadBack file = made(ReportName.CONTROLLED, "2026-03-11", "2026-03-11")) {
            assertThat(file.data("Register"))
                    .extracting(row -> row.get("SKU") + " " + row.get("Type") + " " + row.get("Quantity") + " "
                            + row.get("Balance"))
                    .containsExactly("MORPH IN 7 10", "MORPH WASTE -1 9");
            assertThat(file.data("Balances"))
                    .extracting(row -> row.get("SKU") + " " + row.get("Opening") + " " + row.get("In") + " "
                            + row.get("Out") + " " + row.get("Closing"))
                    .containsExactly("MORPH 3 7 1 9");
        }
    }

    @ParameterizedTest
    @EnumSource(ReportName.class)
    void every_report_of_an_empty_pharmacy_has_a_cover_headings_and_a_total(ReportName name) {
        try (ReadBack file = made(name, null, null)) {
            assertThat(file.sheets()).hasSizeGreaterThan(1).first().isEqualTo("Cover");
            for (String sheet : file.sheets().subList(1, file.sheets().size())) {
                assertThat(file.rows(sheet)).as(sheet).hasSize(1);
                assertThat(file.total(sheet)).as(sheet).containsEntry("SKU", "Total");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReportName.class)
    void every_report_of_a_single_row_has_it_and_its_total(ReportName name) {
        pharmacy.product(new app.mortar.catalogue.ProductForm(
                "ONE", "One", null, null, null, null, null, null, null, "A1", 10, null, null, null, true, true, true));
        receive("ONE", "A", 20, 4, "2.5");
        CountDesk counts = new CountDesk(CountRules.STANDARD);
        pharmacy.transactions.run(pharmacy.staff, tx -> {
            long round = ((CountDesk.Begun.Open) counts.begin(tx, "All", new Scope.OfShelf("A1")))
                    .round()
                    .id();
            var _ = counts.enter(tx, CountDesk.Entry.of(round, new BatchName("ONE", "A", null), 4));
        });
        try (ReadBack file = made(name, null, null)) {
            String sheet =
                    name == ReportName.EXPIRY_WASTE ? "Expiring" : file.sheets().get(1);
            assertThat(file.data(sheet)).hasSize(1);
            assertThat(file.data(sheet).getFirst()).containsEntry("SKU", "ONE");
            String units =
                    switch (name) {
                        case MOVEMENTS, CONTROLLED -> "Quantity";
                        case COUNT_VARIANCE -> "Counted";
                        default -> "On hand";
                    };
            assertThat(file.total(sheet)).containsEntry("SKU", "Total").containsEntry(units, "4");
            assertThat(file.totalFormula(sheet, units)).matches("SUBTOTAL\\(109,([A-Z])2:\\12\\)");
        }
    }

    @ParameterizedTest
    @EnumSource(ReportName.class)
    void a_preview_has_the_first_rows_of_the_file(ReportName name) {
        live();
        Reports.Wish wish = new Reports.Wish(name, null, null);
        Reports.Preview preview = reports().preview(pharmacy.staff, wish, 2);
        try (ReadBack file = made(name, null, null)) {
            for (Reports.Preview.Part part : preview.parts()) {
                List<Map<String, String>> data = file.data(part.name());
                assertThat(part.rows()).hasSize(Math.min(2, data.size()));
                assertThat(part.more()).isEqualTo(data.size() > 2);
            }
        }
    }

    @Test
    void text_that_looks_like_a_formula_stays_text() {
        live();
        try (ReadBack file = made(ReportName.STOCK_ON_HAND, null, null)) {
            var cell = file.workbook.getSheet("Products").getRow(1).getCell(0);
            assertThat(cell.getStringCellValue()).isEqualTo("=AMOX");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void a_report_that_is_cancelled_leaves_the_old_file_and_nothing_else() throws IOException {
        live();
        Path file = folder.resolve("movements.xlsx");
        Files.writeString(file, "last month's");
        Progress stop = new Progress() {
            @Override
            public void wrote(long rows, long expected) {
                rowsTold.set(rows);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThat(reports().write(pharmacy.staff, new Reports.Wish(ReportName.MOVEMENTS, null, null), file, stop))
                .isInstanceOf(Reports.Outcome.Cancelled.class);
        assertThat(file).hasContent("last month's");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void progress_ends_with_all_rows() {
        live();
        Progress progress = new Progress() {
            @Override
            public void wrote(long rows, long expected) {
                assertThat(rows).isEqualTo(expected);
                rowsTold.set(rows);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        reports()
                .write(
                        pharmacy.staff,
                        new Reports.Wish(ReportName.MOVEMENTS, null, null),
                        folder.resolve("a.xlsx"),
                        progress);
        assertThat(rowsTold).hasValue(10);
    }

    @Test
    void days_in_the_wrong_order_and_people_without_the_right_are_refused() {
        Path file = folder.resolve("no.xlsx");
        LocalDate day = LocalDate.parse("2026-03-02");
        assertThatThrownBy(() -> reports()
                        .write(
                                pharmacy.staff,
                                new Reports.Wish(ReportName.MOVEMENTS, day, day.minusDays(1)),
                                file,
                                Progress.NONE))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> reports()
                        .write(pharmacy.shop, new Reports.Wish(ReportName.MOVEMENTS, null, null), file, Progress.NONE))
                .isInstanceOf(NotPermitted.class);
        assertThat(file).doesNotExist();
    }
}
