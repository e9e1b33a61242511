package app.mortar.report;

import app.mortar.kernel.ExpiryStage;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The plan's report "Expiry &amp; Waste" (row 4.7): what has expired and still stands there, what expires within 90
 * days, and what was written off in the period. A write-off that was reversed counts with its reversal; units that
 * went back to a supplier are no waste.
 */
final class ExpiryWaste implements Report {
    private static final String BATCHES = """
            select p.sku, p.name, p.category, b.batch_number, b.expiry_date, b.status, b.quantity, b.unit_cost, p.shelf
            from inventory_batch b join product p on p.id = b.product_id
            where b.quantity > 0 and b.expiry_date is not null order by b.expiry_date, p.sku, b.id""";

    private static final String WASTE = """
            select p.sku, p.name, m.batch_number, m.expiry_date, m.reason, m.quantity, m.unit_cost, m.at, m.actor,
              m.witness, m.note, m.reference
            from inventory_movement m join product p on p.id = m.product_id
            where m.type = 'WASTE' and m.at >= :start and m.at < :end order by m.at, m.id""";

    private static final String MOVED = """
            select coalesce(sum(case when m.type = 'WASTE' and m.reason = 'EXPIRED' then -m.quantity end), 0),
              coalesce(sum(-m.quantity), 0)
            from inventory_movement m where m.type in ('OUT', 'WASTE') and m.at >= :start and m.at < :end""";

    record Batch(
            String sku,
            String product,
            @Nullable String category,
            String batchNumber,
            LocalDate expiryDate,
            String status,
            long onHand,
            @Nullable BigDecimal unitCost,
            @Nullable String shelf,
            ExpiryStage stage) {
        static Batch of(Found found, LocalDate today) throws SQLException {
            String sku = found.name();
            String product = found.name();
            String category = found.text();
            String number = found.name();
            LocalDate expiry = Objects.requireNonNull(found.day());
            return new Batch(
                    sku,
                    product,
                    category,
                    number,
                    expiry,
                    found.name(),
                    found.number(),
                    found.money(),
                    found.text(),
                    ExpiryStage.of(expiry, today));
        }

        @Nullable
        BigDecimal value() {
            return Movements.worth(onHand, unitCost);
        }

        String stageInWords() {
            return words(stage);
        }
    }

    /** A write-off; its reversal has a quantity below zero. */
    record Waste(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String reason,
            long quantity,
            @Nullable BigDecimal unitCost,
            LocalDateTime at,
            String by,
            @Nullable String witness,
            @Nullable String note,
            @Nullable String reference) {
        static Waste of(Found found) throws SQLException {
            return new Waste(
                    found.name(),
                    found.name(),
                    found.name(),
                    found.day(),
                    found.text(),
                    -found.number(),
                    found.money(),
                    found.moment(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.text());
        }

        @Nullable
        BigDecimal value() {
            return Movements.worth(quantity, unitCost);
        }

        String month() {
            return at.toLocalDate().toString().substring(0, 7);
        }
    }

    private static String words(ExpiryStage stage) {
        return switch (stage) {
            case EXPIRED -> "expired";
            case D7 -> "within 7 days";
            case D30 -> "within 30 days";
            case D90 -> "within 90 days";
            case NONE -> "later";
        };
    }

    private static final List<Field<Batch>> BATCH_FIELDS = List.of(
            Field.text("SKU", 14, Batch::sku),
            Field.text("Product", 34, Batch::product),
            Field.text("Category", 20, Batch::category),
            Field.text("Batch number", 16, Batch::batchNumber),
            Field.day("Expiry date", Batch::expiryDate),
            Field.text("Stage", 16, Batch::stageInWords),
            Field.text("Status", 12, Batch::status),
            Field.whole("On hand", Batch::onHand).total(),
            Field.money("Unit cost", Batch::unitCost),
            Field.money("Value", Batch::value).total(),
            Field.text("Shelf", 10, Batch::shelf));

    private static final List<Field<Waste>> WASTE_FIELDS = List.of(
            Field.text("SKU", 14, Waste::sku),
            Field.text("Product", 34, Waste::product),
            Field.text("Batch number", 16, Waste::batchNumber),
            Field.day("Expiry date", Waste::expiryDate),
            Field.text("Reason", 14, Waste::reason),
            Field.whole("Quantity", Waste::quantity).total(),
            Field.money("Unit cost", Waste::unitCost),
            Field.money("Value", Waste::value).total(),
            Field.moment("At", Waste::at),
            Field.text("By", 22, Waste::by),
            Field.text("Witness", 18, Waste::witness),
            Field.text("Note", 30, Waste::note),
            Field.text("Reference", 18, Waste::reference));

    /** Batches in the order of their expiry, as far as they are in one of these stages. */
    private static Iterable<Batch> batches(Reading books, boolean expired) {
        Iterable<Batch> all = books.rows(BATCHES, found -> Batch.of(found, books.today()));
        return () -> new Expiring(all.iterator(), expired);
    }

    private static Iterable<Waste> waste(Reading books) {
        return books.rows(WASTE, Waste::of);
    }

    @Override
    public List<Cover.Fact> facts(Reading books) {
        return books
                .all(MOVED, found -> Rates.fact("Expired waste rate", Rates.of(found.number(), found.number())))
                .stream()
                .toList();
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums stages = new Sums();
        List.of(ExpiryStage.EXPIRED, ExpiryStage.D7, ExpiryStage.D30, ExpiryStage.D90)
                .forEach(stage -> stages.name(words(stage)));
        for (boolean expired : new boolean[] {true, false}) {
            batches(books, expired).forEach(batch -> stages.add(batch.stageInWords(), batch.onHand(), batch.value()));
        }
        Sums reasons = new Sums();
        Map<String, Map<String, BigDecimal>> months = new TreeMap<>();
        waste(books).forEach(row -> {
            String reason = Sums.named(row.reason());
            reasons.add(reason, row.quantity(), row.value());
            BigDecimal value = row.value();
            months.computeIfAbsent(row.month(), month -> new TreeMap<>())
                    .merge(reason, value == null ? BigDecimal.ZERO : value, BigDecimal::add);
        });
        List<Cover.Table> tables = new ArrayList<>();
        tables.add(stages.table("On the shelf, by expiry", "Stage"));
        tables.add(reasons.table("Written off, by reason", "Reason"));
        if (!months.isEmpty()) {
            tables.add(byMonth(months));
        }
        return tables;
    }

    private static Cover.Table byMonth(Map<String, Map<String, BigDecimal>> months) {
        TreeSet<String> reasons = new TreeSet<>();
        months.values().forEach(month -> reasons.addAll(month.keySet()));
        List<NewSheet.Column> columns = new ArrayList<>();
        columns.add(NewSheet.Column.text("Month", 12));
        List<Integer> series = new ArrayList<>();
        for (String reason : reasons) {
            series.add(columns.size());
            columns.add(NewSheet.Column.money(reason, 14).total());
        }
        List<List<Cell>> rows = new ArrayList<>();
        months.forEach((month, values) -> {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(month));
            reasons.forEach(reason -> row.add(Cell.of(values.getOrDefault(reason, BigDecimal.ZERO))));
            rows.add(row);
        });
        return new Cover.Table("Written off, value by month", columns, rows, new Cover.Chart(series));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(
                new ListOf<>("Expired on the shelf", BATCH_FIELDS, batches(books, true)),
                new ListOf<>("Expiring", BATCH_FIELDS, batches(books, false)),
                new ListOf<>("Written off", WASTE_FIELDS, waste(books)));
    }

    /** Of batches in the order of their expiry: the expired ones, or those of the next 90 days. */
    private static final class Expiring implements Iterator<Batch> {
        private final Iterator<Batch> all;
        private final boolean expired;
        private @Nullable Batch next;

        Expiring(Iterator<Batch> all, boolean expired) {
            this.all = all;
            this.expired = expired;
            step();
        }

        private void step() {
            next = null;
            while (next == null && all.hasNext()) {
                Batch batch = all.next();
                if (batch.stage() == ExpiryStage.NONE) {
                    return;
                }
                if ((batch.stage() == ExpiryStage.EXPIRED) == expired) {
                    next = batch;
                } else if (expired) {
                    return;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Batch next() {
            Batch batch = next;
            if (batch == null) {
                throw new NoSuchElementException();
            }
            step();
            return batch;
        }
    }
}
