package app.mortar.report;

import app.mortar.workbook.Cover;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every product and every batch with units, as they stand at this moment. */
final class StockOnHand implements Report {
    private static final String PRODUCTS = """
            select p.sku, p.name, p.category, p.supplier, p.shelf, coalesce(s.on_hand, 0), coalesce(s.good, 0),
              case when p.active then coalesce(s.usable, 0) else 0 end, p.min_stock_level, s.worth
            from product p left join %s on s.product_id = p.id
            where p.active or s.on_hand > 0 order by p.sku""".formatted(Units.OF_PRODUCTS);

    private static final String BATCHES = """
            select p.sku, p.name, u.batch_number, u.expiry_date, u.status, u.on_hand, u.quarantined,
              case when p.active then u.usable else 0 end, u.unit_cost, u.worth, p.shelf
            from %s join product p on p.id = u.product_id
            order by p.sku, u.expiry_date nulls last, u.received_at, u.id""".formatted(Units.OF_BATCHES);

    record Product(
            String sku,
            String product,
            @Nullable String category,
            @Nullable String supplier,
            @Nullable String shelf,
            long onHand,
            long good,
            long usable,
            long minimum,
            @Nullable BigDecimal value) {
        static Product of(Found found) throws SQLException {
            return new Product(
                    found.name(),
                    found.name(),
                    found.text(),
                    found.text(),
                    found.text(),
                    found.number(),
                    found.number(),
                    found.number(),
                    found.number(),
                    found.money());
        }
    }

    record Batch(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            String status,
            long onHand,
            long quarantined,
            long usable,
            @Nullable BigDecimal unitCost,
            @Nullable BigDecimal value,
            @Nullable String shelf) {
        static Batch of(Found found) throws SQLException {
            return new Batch(
                    found.name(),
                    found.name(),
                    found.name(),
                    found.day(),
                    found.name(),
                    found.number(),
                    found.number(),
                    found.number(),
                    found.money(),
                    found.money(),
                    found.text());
        }
    }

    private static final List<Field<Product>> PRODUCT_FIELDS = List.of(
            Field.text("SKU", 14, Product::sku),
            Field.text("Product", 34, Product::product),
            Field.text("Category", 20, Product::category),
            Field.text("Supplier", 22, Product::supplier),
            Field.text("Shelf", 10, Product::shelf),
            Field.whole("On hand", Product::onHand).total(),
            Field.whole("Good", Product::good).total(),
            Field.whole("Usable", Product::usable).total(),
            Field.whole("Minimum", Product::minimum),
            Field.money("Value", Product::value).total());

    private static final List<Field<Batch>> BATCH_FIELDS = List.of(
            Field.text("SKU", 14, Batch::sku),
            Field.text("Product", 34, Batch::product),
            Field.text("Batch number", 16, Batch::batchNumber),
            Field.day("Expiry date", Batch::expiryDate),
            Field.text("Status", 12, Batch::status),
            Field.whole("On hand", Batch::onHand).total(),
            Field.whole("Quarantined", Batch::quarantined).total(),
            Field.whole("Usable", Batch::usable).total(),
            Field.money("Unit cost", Batch::unitCost),
            Field.money("Value", Batch::value).total(),
            Field.text("Shelf", 10, Batch::shelf));

    private static Iterable<Product> products(Reading books) {
        return books.rows(PRODUCTS, Product::of);
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums categories = new Sums();
        products(books).forEach(product -> {
            if (product.onHand() > 0) {
                categories.add(Sums.named(product.category()), product.onHand(), product.value());
            }
        });
        return List.of(categories.table("By category", "Category"));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(
                new ListOf<>("Products", PRODUCT_FIELDS, products(books)),
                new ListOf<>("Batches", BATCH_FIELDS, books.rows(BATCHES, Batch::of)));
    }
}
