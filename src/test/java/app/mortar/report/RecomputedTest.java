package app.mortar.report;

import static app.mortar.testing.Pharmacy.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.catalogue.ProductForm;
import app.mortar.count.CountApproval;
import app.mortar.count.CountDesk;
import app.mortar.count.CountRules;
import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.stock.BatchName;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.SetAside;
import app.mortar.stock.SupplierReturn;
import app.mortar.testing.DeskTest;
import app.mortar.testing.Pharmacy;
import app.mortar.testing.ReadBack;
import app.mortar.testing.Seed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weeks of a pharmacy, drawn at random, and every report of a part of them recomputed from the bare rows of the ledger in
 * plain Java, cell by cell, after the file was read again. Things happen in the last and first second of a day.
 */
class RecomputedTest extends DeskTest {
    private static final LocalDate FROM = LocalDate.parse("2026-03-12");
    private static final LocalDate TO = LocalDate.parse("2026-03-20");
    private static final int PRODUCTS = 6;
    private static final int DAYS = 20;
    private static final CountRules RULES = new CountRules(1_000, 100, 1_000, BigDecimal.valueOf(1_000_000));

    @TempDir
    Path folder;

    private final CountDesk counts = new CountDesk(RULES);
    private final CountApproval approval = new CountApproval(RULES);
    private final Rounds rounds = new Rounds(RULES);

    private static LongStream seeds() {
        return Seed.some(RecomputedTest.class, 2);
    }

    /** A bare row of the ledger, on the pharmacy's clock. */
    private record Raw(
            String sku,
            long batch,
            String number,
            @Nullable LocalDate expiry,
            String type,
            int quantity,
            @Nullable BigDecimal cost,
            LocalDateTime at,
            @Nullable String reason,
            long seq,
            boolean controlled) {
        boolean isIn(LocalDate from, LocalDate to) {
            LocalDate day = at.toLocalDate();
            return !day.isBefore(from) && !day.isAfter(to);
        }

        @Nullable
        BigDecimal value(int times) {
            return cost == null ? null : cost.multiply(BigDecimal.valueOf((long) times * quantity));
        }
    }

    private List<Raw> ledger() {
        return pharmacy.transactions.read(pharmacy.staff, tx -> tx
                .session()
                .createNativeQuery(
                        "select p.sku as sku, m.batch_id as batch, m.batch_number as nr, m.expiry_date as expiry,"
                                + " m.type as type, m.quantity as quantity, m.unit_cost as cost, m.at as at,"
                                + " m.reason as reason, m.seq as seq, p.controlled as controlled from"
                                + " inventory_movement m join product p on p.id = m.product_id order by m.at, m.id",
                        Object[].class)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("batch", StandardBasicTypes.LONG)
                .addScalar("nr", StandardBasicTypes.STRING)
                .addScalar("expiry", StandardBasicTypes.LOCAL_DATE)
                .addScalar("type", StandardBasicTypes.STRING)
                .addScalar("quantity", StandardBasicTypes.INTEGER)
                .addScalar("cost", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("reason", StandardBasicTypes.STRING)
                .addScalar("seq", StandardBasicTypes.LONG)
                .addScalar("controlled", StandardBasicTypes.BOOLEAN)
                .getResultList()
                .stream()
                .map(row -> new Raw(
                        (String) row[0],
                        (Long) row[1],
                        (String) row[2],
                        (LocalDate) row[3],
                        (String) row[4],
                        (Integer) row[5],
                        (BigDecimal) row[6],
                        LocalDateTime.ofInstant((Instant) row[7], Pharmacy.LAGOS),
                        (String) row[8],
                        (Long) row[9],
                        (Boolean) row[10]))
                .toList());
    }

    private void live(Random random) {
        for (int i = 0; i < PRODUCTS; i++) {
            pharmacy.product(new ProductForm(
                    "P" + i,
                    "Product " + i,
                    null,
                    null,
                    null,
                    null,
                    null,
                    i % 2 == 0 ? "Pain" : null,
                    null,
                    "A1",
                    i == 0 ? 0 : 25,
                    null,
                    null,
                    null,
                    i % 3 == 0,
                    true,
                    true));
        }
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = LocalDate.parse("2026-03-05").plusDays(day);
            Instant midnight = today.atStartOfDay(Pharmacy.LAGOS).toInstant();
            for (Instant moment : List.of(
                    midnight,
                    midnight.plus(Duration.ofHours(9)),
                    midnight.plus(Duration.ofDays(1)).minusMillis(1_000))) {
                pharmacy.clock.set(moment);
                act(random, day);
                act(random, day);
            }
            if (day % 6 == 3) {
                count(random);
            }
        }
        pharmacy.clock.set(MORNING.plus(Duration.ofDays(14)));
        var _ = pharmacy.reserve(wanted("P1", 1));
    }

    private void act(Random random, int day) {
        String sku = "P" + random.nextInt(PRODUCTS);
        String batch = "B" + random.nextInt(4);
        int units = 1 + random.nextInt(5);
        String reference = day + "-" + random.nextInt();
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> receive(random, sku, batch, reference);
            case 3, 4 -> sell(reference, sku, units, random.nextInt(4) == 0);
            case 5 -> {
                SetAside.Reason reason = random.nextBoolean() ? SetAside.Reason.DAMAGED : SetAside.Reason.LOST;
                writeOff(sku, batch, units, reason);
            }
            case 6 ->
                pharmacy.sendBack(
                        reference, new SupplierReturn.Line(new BatchName(sku, batch, null), units, "Too many"));
            case 7 -> {
                List<String> rows = pharmacy.rows("select max(id) from inventory_movement where type in"
                        + " ('WASTE', 'SUPPLIER_RETURN', 'ADJUSTMENT') and reverses is null");
                if (!rows.getFirst().equals("null")) {
                    pharmacy.reverse(Long.parseLong(rows.getFirst()));
                }
            }
            default -> {
                writeOff(sku, batch, units, SetAside.Reason.EXPIRED);
                pharmacy.quarantine(sku, batch, 1, SetAside.Action.HOLD);
            }
        }
    }

    private void writeOff(String sku, String batch, int units, SetAside.Reason reason) {
        pharmacy.transactions.run(
                pharmacy.staff,
                tx -> pharmacy.setAside.writeOff(
                        tx, new SetAside.WriteOff(new BatchName(sku, batch, null), units, reason, null, null), "Bola"));
    }

    /** A number keeps its date while there are units of it. */
    private void receive(Random random, String sku, String batch, String reference) {
        List<String> known = pharmacy.rows("select b.expiry_date from inventory_batch b join product p on p.id ="
                + " b.product_id where p.sku = '" + sku + "' and b.batch_number = '" + batch + "'");
        LocalDate expiry = known.isEmpty()
                ? LocalDate.parse("2026-03-05").plusDays(3 + random.nextInt(120))
                : LocalDate.parse(known.getFirst());
        BigDecimal cost =
                random.nextInt(3) == 0 ? null : new BigDecimal("1.2345").multiply(BigDecimal.valueOf(units(random)));
        pharmacy.receive(new GoodsIn.Receipt(
                "GRN-" + reference, "Emzor", List.of(new GoodsIn.Line(sku, batch, expiry, 5 + units(random), cost))));
    }

    private static int units(Random random) {
        return 1 + random.nextInt(9);
    }

    private void sell(String reference, String sku, int units, boolean comesBack) {
        if (pharmacy.order(Pharmacy.request("O-" + reference, null, true, wanted(sku, units)))
                instanceof OrderAnswer.Placed placed) {
            var sold = moved(placed.order(), OrderStatus.DELIVERED);
            if (comesBack) {
                moved(sold, OrderStatus.RETURNED);
            }
        }
    }

    private void count(Random random) {
        if (pharmacy.transactions.write(
                        pharmacy.staff, tx -> counts.begin(tx, "Round " + tx.today(), new Scope.OfShelf("A1")))
                instanceof CountDesk.Begun.Open open) {
            long round = open.round().id();
            for (Rounds.ToCount batch :
                    pharmacy.transactions.read(pharmacy.staff, tx -> rounds.sheet(tx, round, 0, 50))) {
                BatchName name = new BatchName(batch.sku(), batch.batchNumber(), batch.expiryDate());
                int found = random.nextInt(12);
                pharmacy.transactions.run(
                        pharmacy.staff, tx -> counts.enter(tx, CountDesk.Entry.of(round, name, found)));
            }
            List<Long> some = pharmacy.transactions.read(pharmacy.staff, tx -> rounds.toDecide(tx, round)).stream()
                    .map(line -> line.line().id())
                    .filter(line -> random.nextInt(3) > 0)
                    .toList();
            pharmacy.transactions.run(pharmacy.staff, tx -> approval.approve(tx, round, some, null));
        }
    }

    private ReadBack made(ReportName name) {
        Path file = folder.resolve(name.word() + ".xlsx");
        assertThat(pharmacy.reports.write(pharmacy.staff, new Reports.Wish(name, FROM, TO), file, Progress.NONE))
                .isInstanceOf(Reports.Outcome.Written.class);
        return ReadBack.of(file);
    }

    private static String plain(@Nullable BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }

    private static List<String> cells(List<Map<String, String>> rows, String... headings) {
        return rows.stream()
                .map(row -> String.join(
                        "|", List.of(headings).stream().map(row::get).toList()))
                .toList();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String moment(LocalDateTime at) {
        return at.toString();
    }

    /** The total under a heading is the sum of what stands above it. */
    private static void totals(ReadBack file, String sheet, String... headings) {
        for (String heading : headings) {
            BigDecimal sum = file.data(sheet).stream()
                    .map(row -> Objects.requireNonNull(row.get(heading)))
                    .filter(cell -> !cell.isEmpty())
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(file.total(sheet).get(heading)))
                    .as(sheet + " " + heading)
                    .isEqualByComparingTo(sum);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_report_is_what_the_bare_ledger_says(long seed) {
        live(new Random(seed));
        List<Raw> ledger = ledger();
        assertThat(ledger.stream().map(Raw::type).distinct())
                .as("something of everything")
                .contains("IN", "OUT", "WASTE", "SUPPLIER_RETURN", "ADJUSTMENT");
        movements(ledger);
        waste(ledger);
        valuation(ledger);
        onHand(ledger);
        lowStock(ledger);
        controlled(ledger);
        variance();
    }

    private void movements(List<Raw> ledger) {
        try (ReadBack file = made(ReportName.MOVEMENTS)) {
            assertThat(cells(
                            file.data("Movements"),
                            "SKU",
                            "Batch number",
                            "Expiry date",
                            "Type",
                            "Quantity",
                            "Value",
                            "At",
                            "Reason",
                            "Ledger row"))
                    .isEqualTo(ledger.stream()
                            .filter(row -> row.isIn(FROM, TO))
                            .map(row -> String.join(
                                    "|",
                                    row.sku(),
                                    row.number(),
                                    day(row.expiry()),
                                    row.type(),
                                    Integer.toString(row.quantity()),
                                    plain(row.value(1)),
                                    moment(row.at()),
                                    Objects.requireNonNullElse(row.reason(), ""),
                                    Long.toString(row.seq())))
                            .toList());
            totals(file, "Movements", "Quantity", "Value");
        }
    }

    private void waste(List<Raw> ledger) {
        List<Raw> waste = ledger.stream()
                .filter(row -> row.type().equals("WASTE") && row.isIn(FROM, TO))
                .toList();
        try (ReadBack file = made(ReportName.EXPIRY_WASTE)) {
            assertThat(cells(file.data("Written off"), "SKU", "Batch number", "Reason", "Quantity", "Value", "At"))
                    .isEqualTo(waste.stream()
                            .map(row -> String.join(
                                    "|",
                                    row.sku(),
                                    row.number(),
                                    Objects.requireNonNullElse(row.reason(), ""),
                                    Integer.toString(-row.quantity()),
                                    plain(row.value(-1)),
                                    moment(row.at())))
                            .toList());
            totals(file, "Written off", "Quantity", "Value");
            totals(file, "Expiring", "On hand", "Value");
            totals(file, "Expired on the shelf", "On hand", "Value");
            List<String> expired = new ArrayList<>();
            List<String> expiring = new ArrayList<>();
            balances(ledger, LocalDate.MAX).forEach((batch, units) -> {
                LocalDate expiry = Objects.requireNonNull(batch.expiry());
                String said = batch.sku() + "|" + batch.number() + "|" + expiry + "|" + units;
                if (!expiry.isAfter(pharmacy.today())) {
                    expired.add(said);
                } else if (!expiry.isAfter(pharmacy.today().plusDays(90))) {
                    expiring.add(said);
                }
            });
            String[] headings = {"SKU", "Batch number", "Expiry date", "On hand"};
            assertThat(cells(file.data("Expired on the shelf"), headings)).containsExactlyInAnyOrderElementsOf(expired);
            assertThat(cells(file.data("Expiring"), headings)).containsExactlyInAnyOrderElementsOf(expiring);
        }
    }

    private record Batch(
            String sku, long id, String number, @Nullable LocalDate expiry) {}

    /** Units of each batch when that day had ended; emptied ones are left out. */
    private static Map<Batch, Integer> balances(List<Raw> ledger, LocalDate until) {
        Map<Batch, Integer> units = new TreeMap<>((a, b) -> Long.compare(a.id(), b.id()));
        ledger.stream()
                .filter(row -> !row.at().toLocalDate().isAfter(until))
                .forEach(row -> units.merge(
                        new Batch(row.sku(), row.batch(), row.number(), row.expiry()), row.quantity(), Integer::sum));
        units.values().removeIf(left -> left == 0);
        return units;
    }

    private void valuation(List<Raw> ledger) {
        try (ReadBack file = made(ReportName.VALUATION)) {
            List<String> expected = balances(ledger, TO).entrySet().stream()
                    .map(batch -> {
                        String cost = pharmacy.rows("select unit_cost from inventory_batch where id = "
                                        + batch.getKey().id())
                                .getFirst();
                        BigDecimal value = cost.equals("null")
                                ? null
                                : new BigDecimal(cost).multiply(BigDecimal.valueOf(batch.getValue()));
                        return batch.getKey().sku() + "|" + batch.getKey().number() + "|" + batch.getValue() + "|"
                                + plain(value);
                    })
                    .toList();
            assertThat(cells(file.data("Valuation"), "SKU", "Batch number", "On hand", "Value"))
                    .containsExactlyInAnyOrderElementsOf(expected);
            totals(file, "Valuation", "On hand", "Value");
        }
    }

    private Map<String, Integer> perProduct(List<Raw> ledger) {
        Map<String, Integer> units = new TreeMap<>();
        for (int i = 0; i < PRODUCTS; i++) {
            units.put("P" + i, 0);
        }
        ledger.forEach(row -> units.merge(row.sku(), row.quantity(), Integer::sum));
        return units;
    }

    private void onHand(List<Raw> ledger) {
        try (ReadBack file = made(ReportName.STOCK_ON_HAND)) {
            assertThat(cells(file.data("Products"), "SKU", "On hand", "Usable"))
                    .isEqualTo(perProduct(ledger).entrySet().stream()
                            .map(sum -> sum.getKey() + "|" + sum.getValue() + "|" + pharmacy.available(sum.getKey()))
                            .toList());
            assertThat(cells(file.data("Batches"), "SKU", "Batch number", "On hand"))
                    .containsExactlyInAnyOrderElementsOf(balances(ledger, LocalDate.MAX).entrySet().stream()
                            .map(batch ->
                                    batch.getKey().sku() + "|" + batch.getKey().number() + "|" + batch.getValue())
                            .toList());
            totals(file, "Products", "On hand", "Good", "Usable", "Value");
            totals(file, "Batches", "On hand", "Quarantined", "Usable", "Value");
        }
    }

    private void lowStock(List<Raw> ledger) {
        Map<Batch, Integer> left = balances(ledger, LocalDate.MAX);
        List<String> expected = new ArrayList<>();
        perProduct(ledger).forEach((sku, units) -> {
            int good = left.entrySet().stream()
                    .filter(batch -> batch.getKey().sku().equals(sku))
                    .filter(batch ->
                            Objects.requireNonNull(batch.getKey().expiry()).isAfter(pharmacy.today()))
                    .mapToInt(batch -> batch.getValue()
                            - Integer.parseInt(
                                    pharmacy.rows("select quarantined_quantity from inventory_batch where id = "
                                                    + batch.getKey().id())
                                            .getFirst()))
                    .sum();
            if (!sku.equals("P0") && good < 25) {
                expected.add(sku + "|" + units + "|" + good + "|" + pharmacy.available(sku) + "|25|" + (25 - good));
            }
        });
        try (ReadBack file = made(ReportName.LOW_STOCK)) {
            assertThat(cells(file.data("Low stock"), "SKU", "On hand", "Good", "Usable", "Minimum", "Missing"))
                    .containsExactlyInAnyOrderElementsOf(expected);
            totals(file, "Low stock", "On hand", "Usable", "Missing");
        }
    }

    private void controlled(List<Raw> ledger) {
        List<String> register = new ArrayList<>();
        List<String> balances = new ArrayList<>();
        for (String sku : List.of("P0", "P3")) {
            int balance = 0;
            int opening = 0;
            int in = 0;
            int out = 0;
            for (Raw row : ledger.stream()
                    .filter(one -> one.controlled() && one.sku().equals(sku))
                    .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                    .toList()) {
                balance += row.quantity();
                if (row.at().toLocalDate().isBefore(FROM)) {
                    opening = balance;
                } else if (row.isIn(FROM, TO)) {
                    register.add(sku + "|" + row.seq() + "|" + row.quantity() + "|" + balance);
                    in += Math.max(0, row.quantity());
                    out += Math.max(0, -row.quantity());
                }
            }
            balances.add(sku + "|" + opening + "|" + in + "|" + out + "|" + (opening + in - out));
        }
        try (ReadBack file = made(ReportName.CONTROLLED)) {
            assertThat(cells(file.data("Register"), "SKU", "Ledger row", "Quantity", "Balance"))
                    .isEqualTo(register);
            assertThat(cells(file.data("Balances"), "SKU", "Opening", "In", "Out", "Closing"))
                    .isEqualTo(balances);
            totals(file, "Balances", "Opening", "In", "Out", "Closing");
        }
    }

    private void variance() {
        Instant start = FROM.atStartOfDay(Pharmacy.LAGOS).toInstant();
        Instant end = TO.plusDays(1).atStartOfDay(Pharmacy.LAGOS).toInstant();
        List<String> expected = new ArrayList<>();
        for (String line : pharmacy.rows("select p.sku, c.batch_number, c.expected, c.counted, c.counted - c.expected,"
                + " c.counted_by, c.counted_at, abs(c.counted - c.expected), c.unit_cost from count_line c join product p on p.id = c.product_id"
                + " where c.status in ('COUNTED', 'APPROVED') order by c.counted_at, c.id")) {
            String[] parts = line.split(" ", -1);
            Instant at = Instant.parse(parts[6]);
            if (!at.isBefore(start) && at.isBefore(end)) {
                BigDecimal value =
                        parts[8].equals("null") ? null : new BigDecimal(parts[8]).multiply(new BigDecimal(parts[4]));
                expected.add(String.join(
                        "|", parts[0], parts[1], parts[2], parts[3], parts[4], parts[7], plain(value), parts[5]));
            }
        }
        assertThat(expected).isNotEmpty();
        try (ReadBack file = made(ReportName.COUNT_VARIANCE)) {
            assertThat(cells(
                            file.data("Count variance"),
                            "SKU",
                            "Batch number",
                            "Expected",
                            "Counted",
                            "Difference",
                            "Off by",
                            "Value",
                            "By"))
                    .isEqualTo(expected);
            totals(file, "Count variance", "Expected", "Counted", "Difference", "Off by", "Value");
        }
    }
}
