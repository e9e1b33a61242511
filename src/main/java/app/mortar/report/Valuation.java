package app.mortar.report;

import app.mortar.workbook.Cover;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says was on the shelves when the last day ended, at what each batch has cost on average. A batch
 * whose cost nobody entered is listed without a value.
 */
final class Valuation implements Report {
    private static final String ROWS = """
            select p.sku, p.name, p.category, p.supplier, b.batch_number, b.expiry_date, l.units, b.unit_cost, p.price
            from (select m.batch_id, sum(m.quantity) as units from inventory_movement m
                  where m.at < :end group by m.batch_id having sum(m.quantity) <> 0) l
            join inventory_batch b on b.id = l.batch_id join product p on p.id = b.product_id
            order by p.sku, b.expiry_date nulls last, b.received_at, b.id""";

    record Row(
            String sku,
            String product,
            @Nullable String category,
            @Nullable String supplier,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            long onHand,
            @Nullable BigDecimal unitCost,
            @Nullable BigDecimal price) {
        static Row of(Found found) throws SQLException {
            return new Row(
                    found.name(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.name(),
                    found.day(),
                    found.number(),
                    found.money(),
                    found.money());
        }

        @Nullable
        BigDecimal value() {
            return Movements.worth(onHand, unitCost);
        }

        @Nullable
        BigDecimal atPrice() {
            return Movements.worth(onHand, price);
        }
    }

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, Row::sku),
            Field.text("Product", 34, Row::product),
            Field.text("Category", 20, Row::category),
            Field.text("Supplier", 22, Row::supplier),
            Field.text("Batch number", 16, Row::batchNumber),
            Field.day("Expiry date", Row::expiryDate),
            Field.whole("On hand", Row::onHand).total(),
            Field.money("Unit cost", Row::unitCost),
            Field.money("Value", Row::value).total(),
            Field.money("Price", Row::price),
            Field.money("Value at price", Row::atPrice).total());

    private static Iterable<Row> rows(Reading books) {
        return books.rows(ROWS, Row::of);
    }

    @Override
    public List<Cover.Fact> facts(Reading books) {
        long unknown = 0;
        for (Row row : rows(books)) {
            unknown += row.unitCost() == null ? row.onHand() : 0;
        }
        return unknown == 0
                ? List.of()
                : List.of(Cover.Fact.text("", unknown + " units have no cost, so they have no value here."));
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums categories = new Sums();
        rows(books).forEach(row -> categories.add(Sums.named(row.category()), row.onHand(), row.value()));
        return List.of(categories.table("By category", "Category"));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(new ListOf<>("Valuation", FIELDS, rows(books)));
    }
}
