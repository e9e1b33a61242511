package app.mortar.report;

import app.mortar.workbook.Cover;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of controlled products: each with what it began with, every row and the balance after it. */
final class Controlled implements Report {
    private static final String ROWS = """
            select x.sku, x.name, x.batch_number, x.expiry_date, x.type, x.quantity, x.balance, x.at, x.actor,
              x.witness, x.reason, x.note, x.reference, x.seq
            from (select p.sku, p.name, m.batch_number, m.expiry_date, m.type, m.quantity,
                    sum(m.quantity) over (partition by m.product_id order by m.seq) as balance, m.at, m.actor,
                    m.witness, m.reason, m.note, m.reference, m.seq
                  from inventory_movement m join product p on p.id = m.product_id
                  where p.controlled and m.at < :end) x
            where x.at >= :start order by x.sku, x.seq""";

    private static final String BALANCES = """
            select p.sku, p.name, coalesce(sum(case when m.at < :start then m.quantity end), 0),
              coalesce(sum(case when m.at >= :start and m.quantity > 0 then m.quantity end), 0),
              coalesce(sum(case when m.at >= :start and m.quantity < 0 then -m.quantity end), 0)
            from product p left join inventory_movement m on m.product_id = p.id and m.at < :end
            where p.controlled group by p.id, p.sku, p.name order by p.sku""";

    record Row(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            String type,
            long quantity,
            long balance,
            LocalDateTime at,
            String by,
            @Nullable String witness,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String reference,
            long number) {
        static Row of(Found found) throws SQLException {
            return new Row(
                    found.name(),
                    found.name(),
                    found.name(),
                    found.day(),
                    found.name(),
                    found.number(),
                    found.number(),
                    found.moment(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.text(),
                    found.text(),
                    found.number());
        }
    }

    record Balance(String sku, String product, long opening, long in, long out) {
        static Balance of(Found found) throws SQLException {
            return new Balance(found.name(), found.name(), found.number(), found.number(), found.number());
        }

        long closing() {
            return opening + in - out;
        }
    }

    private static final List<Field<Balance>> BALANCE_FIELDS = List.of(
            Field.text("SKU", 14, Balance::sku),
            Field.text("Product", 34, Balance::product),
            Field.whole("Opening", Balance::opening).total(),
            Field.whole("In", Balance::in).total(),
            Field.whole("Out", Balance::out).total(),
            Field.whole("Closing", Balance::closing).total());

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, Row::sku),
            Field.text("Product", 34, Row::product),
            Field.text("Batch number", 16, Row::batchNumber),
            Field.day("Expiry date", Row::expiryDate),
            Field.text("Type", 16, Row::type),
            Field.whole("Quantity", Row::quantity).total(),
            Field.whole("Balance", Row::balance),
            Field.moment("At", Row::at),
            Field.text("By", 22, Row::by),
            Field.text("Witness", 18, Row::witness),
            Field.text("Reason", 14, Row::reason),
            Field.text("Note", 30, Row::note),
            Field.text("Reference", 18, Row::reference),
            Field.whole("Ledger row", Row::number));

    @Override
    public List<Cover.Table> summary(Reading books) {
        return List.of();
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(
                new ListOf<>("Register", FIELDS, books.rows(ROWS, Row::of)),
                new ListOf<>("Balances", BALANCE_FIELDS, books.rows(BALANCES, Balance::of)));
    }
}
