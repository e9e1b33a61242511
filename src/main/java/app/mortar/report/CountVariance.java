package app.mortar.report;

import app.mortar.count.Accuracy;
import app.mortar.workbook.Cover;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted in the period, and what the books said at the moment of each count; recounted lines once. */
final class CountVariance implements Report {
    private static final String ROWS = """
            select p.sku, p.name, c.batch_number, c.expiry_date, c.expected, c.counted, c.unit_cost, c.status,
              c.reason, c.note, c.counted_at, c.counted_by, c.decided_by, r.title
            from count_line c join count_round r on r.id = c.round_id join product p on p.id = c.product_id
            where c.counted_at >= :start and c.counted_at < :end and %s
            order by c.counted_at, c.id""".formatted(Accuracy.STANDS_SQL);

    record Row(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            long expected,
            long counted,
            @Nullable BigDecimal unitCost,
            String status,
            @Nullable String reason,
            @Nullable String note,
            LocalDateTime at,
            String by,
            @Nullable String decidedBy,
            String round) {
        static Row of(Found found) throws SQLException {
            return new Row(
                    found.name(),
                    found.name(),
                    found.name(),
                    found.day(),
                    found.number(),
                    found.number(),
                    found.money(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.moment(),
                    found.name(),
                    found.text(),
                    found.name());
        }

        long difference() {
            return counted - expected;
        }

        long off() {
            return Math.abs(difference());
        }

        @Nullable
        BigDecimal value() {
            return Movements.worth(difference(), unitCost);
        }
    }

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, Row::sku),
            Field.text("Product", 34, Row::product),
            Field.text("Batch number", 16, Row::batchNumber),
            Field.day("Expiry date", Row::expiryDate),
            Field.whole("Expected", Row::expected).total(),
            Field.whole("Counted", Row::counted).total(),
            Field.whole("Difference", Row::difference).total(),
            Field.whole("Off by", Row::off).total(),
            Field.money("Unit cost", Row::unitCost),
            Field.money("Value", Row::value).total(),
            Field.text("Status", 12, Row::status),
            Field.text("Reason", 14, Row::reason),
            Field.text("Note", 30, Row::note),
            Field.moment("At", Row::at),
            Field.text("By", 22, Row::by),
            Field.text("Decided by", 22, Row::decidedBy),
            Field.text("Reference", 28, Row::round));

    private static Iterable<Row> rows(Reading books) {
        return books.rows(ROWS, Row::of);
    }

    @Override
    public List<Cover.Fact> facts(Reading books) {
        Accuracy accuracy = Accuracy.NOTHING;
        for (Row row : rows(books)) {
            accuracy = accuracy.and(Math.toIntExact(row.expected()), Math.toIntExact(row.counted()));
        }
        return List.of(
                Rates.fact("Accuracy by units", accuracy.ofUnits()),
                Rates.fact("Accuracy by lines", accuracy.ofLines()));
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums rounds = new Sums();
        rows(books).forEach(row -> rounds.add(row.round(), row.difference(), row.value()));
        return List.of(rounds.table("Differences by round", "Round"));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(new ListOf<>("Count variance", FIELDS, rows(books)));
    }
}
