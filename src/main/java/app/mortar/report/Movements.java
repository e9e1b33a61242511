package app.mortar.report;

import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of a period, row by row, in the order in which it was written; quantities are signed. */
final class Movements implements Report {
    private static final String ROWS = """
            select p.sku, p.name, m.batch_number, m.expiry_date, m.type, m.quantity, m.unit_cost, m.at, m.actor,
              m.workstation, m.reason, m.note, m.reference, m.seq, r.seq, m.witness
            from inventory_movement m join product p on p.id = m.product_id
            left join inventory_movement r on r.id = m.reverses
            where m.at >= :start and m.at < :end order by m.at, m.id""";

    private static final String SUMS = """
            select m.type, count(*), sum(m.quantity), sum(m.quantity * m.unit_cost) from inventory_movement m
            where m.at >= :start and m.at < :end group by m.type order by m.type""";

    /**
     * A row of the ledger.
     *
     * @param number the row's number in its product's ledger
     * @param reverses the number of the row that this one takes back
     */
    record Row(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            String type,
            long quantity,
            @Nullable BigDecimal unitCost,
            LocalDateTime at,
            String by,
            String workstation,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String reference,
            long number,
            @Nullable Long reverses,
            @Nullable String witness) {
        static Row of(Found found) throws SQLException {
            return new Row(
                    found.name(),
                    found.name(),
                    found.name(),
                    found.day(),
                    found.name(),
                    found.number(),
                    found.money(),
                    found.moment(),
                    found.name(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.text(),
                    found.number(),
                    found.numberOrNone(),
                    found.text());
        }

        @Nullable
        BigDecimal value() {
            return worth(quantity, unitCost);
        }
    }

    private record Sum(
            String type, long rows, long units, @Nullable BigDecimal value) {}

    /** What units are worth at that cost; unknown without one. */
    static @Nullable BigDecimal worth(long units, @Nullable BigDecimal cost) {
        return cost == null ? null : cost.multiply(BigDecimal.valueOf(units));
    }

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, Row::sku),
            Field.text("Product", 34, Row::product),
            Field.text("Batch number", 16, Row::batchNumber),
            Field.day("Expiry date", Row::expiryDate),
            Field.text("Type", 16, Row::type),
            Field.whole("Quantity", Row::quantity).total(),
            Field.money("Unit cost", Row::unitCost),
            Field.money("Value", Row::value).total(),
            Field.moment("At", Row::at),
            Field.text("By", 22, Row::by),
            Field.text("Workstation", 16, Row::workstation),
            Field.text("Reason", 14, Row::reason),
            Field.text("Note", 30, Row::note),
            Field.text("Reference", 18, Row::reference),
            Field.whole("Ledger row", Row::number),
            Field.whole("Reverses row", Row::reverses),
            Field.text("Witness", 18, Row::witness));

    private @Nullable List<Sum> sums;

    /** Asked once: a million rows take their time. */
    private List<Sum> sums(Reading books) {
        List<Sum> known = sums;
        if (known == null) {
            known = books.all(SUMS, found -> new Sum(found.name(), found.number(), found.number(), found.money()));
            sums = known;
        }
        return known;
    }

    @Override
    public long expected(Reading books) {
        return sums(books).stream().mapToLong(Sum::rows).sum();
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        List<List<Cell>> rows = sums(books).stream()
                .map(sum -> List.of(
                        Cell.of(sum.type()), Cell.of(sum.rows()), Cell.of(sum.units()), Sums.money(sum.value())))
                .toList();
        return List.of(new Cover.Table(
                "By type",
                List.of(
                        NewSheet.Column.text("Type", 16),
                        NewSheet.Column.whole("Rows", 12).total(),
                        NewSheet.Column.whole("Units", 12).total(),
                        NewSheet.Column.money("Value", 14).total()),
                rows,
                new Cover.Chart(List.of(2))));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(new ListOf<>("Movements", FIELDS, books.rows(ROWS, Row::of)));
    }
}
