package app.mortar.stock;

import app.mortar.catalogue.Product;
import app.mortar.fefo.Fefo;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products with what is there of them: the list behind the shop's catalogue and the stock screen. */
public final class StockList {
    /** What {@code p} has in good units on the day {@code :today}. */
    public static final String GOOD_UNITS_SQL = """
            (select coalesce(sum(b.quantity - b.quarantined_quantity), 0) from inventory_batch b
             where b.product_id = p.id and b.quantity > 0 and %s)""".formatted(Fefo.GOOD_BATCH_SQL);

    /**
     * A product and its units.
     *
     * @param available units that may be promised now
     */
    public record Row(Product product, int available) {}

    /** Products, the newest first; {@code words} are looked for in sku, GTIN, name, generic name, strength and form. */
    public Page<Row> list(Tx tx, @Nullable String words, boolean lowStock, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.SEE_STOCK);
        StringBuilder sql = new StringBuilder("select p.* from product p where 1 = 1");
        List<String> wanted = words == null ? List.of() : List.of(words.trim().split("\\s+"));
        for (int i = 0; i < wanted.size(); i++) {
            sql.append(" and p.search_text like :word").append(i).append(" escape '!'");
        }
        if (lowStock) {
            sql.append(" and p.active and p.min_stock_level > 0 and p.min_stock_level > ")
                    .append(GOOD_UNITS_SQL);
        }
        if (after != null) {
            sql.append(" and p.id < :after");
        }
        var query = tx.session()
                .createNativeQuery(sql + " order by p.id desc", Product.class)
                .setMaxResults(limit + 1);
        for (int i = 0; i < wanted.size(); i++) {
            query.setParameter("word" + i, "%" + escaped(wanted.get(i)) + "%");
        }
        if (lowStock) {
            query.setParameter("today", tx.today());
        }
        if (after != null) {
            query.setParameter("after", after.id());
        }
        return Page.of(rows(tx, query.getResultList()), limit, row -> new Cursor(
                        Instant.EPOCH, row.product().id().value())
                .text());
    }

    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** The same for one product. */
    public static Row row(Tx tx, Product product) {
        return rows(tx, List.of(product)).getFirst();
    }

    private static List<Row> rows(Tx tx, List<Product> products) {
        Map<ProductId, Integer> available =
                available(tx, products.stream().map(Product::id).toList());
        return products.stream()
                .map(product -> new Row(product, available.getOrDefault(product.id(), 0)))
                .toList();
    }

    /** Units of each product that may be promised now; products with none are left out, and inactive ones. */
    public static Map<ProductId, Integer> available(Tx tx, List<ProductId> products) {
        Map<ProductId, Integer> available = new HashMap<>();
        if (products.isEmpty()) {
            return available;
        }
        tx.session()
                .createNativeQuery("""
                        select p.id, sum(b.quantity - b.quarantined_quantity - coalesce(h.held, 0))
                        from product p join inventory_batch b on b.product_id = p.id
                        left join (
                          select a.batch_id, sum(a.quantity) as held
                          from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
                          where r.product_id in (:products)
                            and (r.status = 'COMMITTED' or (r.status = 'ACTIVE' and r.expires_at > :now))
                          group by a.batch_id) h on h.batch_id = b.id
                        where p.id in (:products) and p.active and b.quantity > 0 and %s
                        group by p.id""".formatted(Fefo.GOOD_BATCH_SQL), Object[].class)
                .setParameterList(
                        "products", products.stream().map(ProductId::value).toList())
                .setParameter("now", tx.now())
                .setParameter("today", tx.today())
                .getResultList()
                .forEach(row ->
                        available.put(new ProductId(((Number) row[0]).longValue()), ((Number) row[1]).intValue()));
        return available;
    }
}
