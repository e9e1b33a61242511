package app.mortar.report;

import app.mortar.workbook.Cover;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Products whose good units are below their minimum at this moment, the emptiest first. */
final class LowStock implements Report {
    private static final String ROWS =
            """
            select p.sku, p.name, p.category, p.supplier, p.shelf, coalesce(s.on_hand, 0), coalesce(s.good, 0),
              coalesce(s.usable, 0), p.min_stock_level, p.reorder_quantity
            from product p left join %s on s.product_id = p.id
            where p.active and p.min_stock_level > 0 and coalesce(s.good, 0) < p.min_stock_level
            order by coalesce(s.good, 0) * 1.0 / p.min_stock_level, p.sku"""
                    .formatted(Units.OF_PRODUCTS);

    record Row(
            String sku,
            String product,
            @Nullable String category,
            @Nullable String supplier,
            @Nullable String shelf,
            long onHand,
            long good,
            long usable,
            long minimum,
            @Nullable Long reorderQuantity) {
        static Row of(Found found) throws SQLException {
            return new Row(
                    found.name(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.text(),
                    found.number(),
                    found.number(),
                    found.number(),
                    found.number(),
                    found.numberOrNone());
        }

        long missing() {
            return minimum - good;
        }

        String severity() {
            return good == 0 ? "out" : good * 2 < minimum ? "critical" : "low";
        }
    }

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, Row::sku),
            Field.text("Product", 34, Row::product),
            Field.text("Category", 20, Row::category),
            Field.text("Supplier", 22, Row::supplier),
            Field.text("Shelf", 10, Row::shelf),
            Field.text("Severity", 10, Row::severity),
            Field.whole("On hand", Row::onHand).total(),
            Field.whole("Good", Row::good).total(),
            Field.whole("Usable", Row::usable).total(),
            Field.whole("Minimum", Row::minimum).total(),
            Field.whole("Missing", Row::missing).total(),
            Field.whole("Reorder quantity", Row::reorderQuantity));

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums severities = new Sums().name("out").name("critical").name("low");
        books.rows(ROWS, Row::of).forEach(row -> severities.add(row.severity(), 1, null));
        return List.of(severities.counts("By severity", "Severity", "Products"));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(new ListOf<>("Low stock", FIELDS, books.rows(ROWS, Row::of)));
    }
}
