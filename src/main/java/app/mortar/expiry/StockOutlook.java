package app.mortar.expiry;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.stock.ShelfSums;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.NativeQuery;

/**
 * Lists products with what is there and how long it lasts: the list of the stock screen and the widget Low Stock.
 * Sorted, filtered and paged by the database. How fast products go is asked of those that are shown; where a list is
 * sorted or divided by it, of those that are listed, which are as a rule the few that are short.
 */
public final class StockOutlook {
    private static final String COLUMNS = """
            p.id, p.sku, p.name, p.category, p.supplier, p.shelf, p.active, p.min_stock_level as minimum,
            p.reorder_quantity, coalesce(s.on_hand, 0) as on_hand, coalesce(s.good, 0) as good,
            coalesce(s.held, 0) as held, coalesce(s.good, 0) - coalesce(s.held, 0) as usable, s.worth""";

    /** Behind the columns of a row: how many rows there are. */
    private static final int TOTAL = 13;

    /** How many products stand where. */
    public record Counts(int out, int critical, int low) {
        /** Products below their minimum. */
        public int all() {
            return out + critical + low;
        }
    }

    /** The categories and suppliers that products have, for filters. */
    public record Choices(List<String> categories, List<String> suppliers) {}

    /** The products of a filter. */
    public Stretch<Outlook> list(Tx tx, OutlookFilter filter, OutlookSort sort, boolean descending, Span span) {
        tx.actor().must(Permission.SEE_STOCK);
        if (!filter.needsUse() && !sort.needsUse()) {
            return plain(tx, filter, sort, descending, span);
        }
        List<Outlook> all = judged(tx, filter, sort, descending);
        return new Stretch<>(all.stream().skip(span.from()).limit(span.count()).toList(), all.size());
    }

    /** One product as it stands in the list. */
    public Outlook of(Tx tx, ProductId product) {
        tx.actor().must(Permission.SEE_STOCK);
        NativeQuery<Object[]> query = query(
                tx,
                "select " + COLUMNS + " from product p left join " + ShelfSums.SQL
                        + " s on s.product_id = p.id where p.id = :id");
        query.setParameter("id", product.value())
                .setParameter("today", tx.today())
                .setParameter("now", tx.now());
        return row(query.getSingleResult(), Uses.of(tx, List.of(product)).getOrDefault(product, Use.UNKNOWN));
    }

    /** How many of the products of this filter are short, whatever severities it names. */
    public Counts counts(Tx tx, OutlookFilter filter) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        judged(tx, filter.severities(OutlookFilter.SHORT), OutlookSort.SEVERITY, false)
                .forEach(row -> counts.merge(row.severity(), 1, Integer::sum));
        return new Counts(
                counts.getOrDefault(Severity.OUT, 0),
                counts.getOrDefault(Severity.CRITICAL, 0),
                counts.getOrDefault(Severity.LOW, 0));
    }

    /** How many products are sold. */
    public int products(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        return number(tx.session()
                .createNativeQuery("select count(*) from product where active", Object.class)
                .getSingleResult());
    }

    /** What filters may offer. */
    public Choices choices(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        return new Choices(distinct(tx, "category"), distinct(tx, "supplier"));
    }

    private static List<String> distinct(Tx tx, String column) {
        return tx.session()
                .createNativeQuery(
                        "select distinct " + column + " from product where active and " + column
                                + " is not null order by 1",
                        String.class)
                .getResultList();
    }

    /** What is sorted and filtered by the shelves alone. */
    private static Stretch<Outlook> plain(
            Tx tx, OutlookFilter filter, OutlookSort sort, boolean descending, Span span) {
        String from = " from product p left join " + ShelfSums.SQL + " s on s.product_id = p.id where ";
        boolean counted = filter.severities().isEmpty();
        if (counted && sort.isOfProduct()) {
            return ofProducts(tx, filter, sort, descending, span);
        }
        // adding the shelves up is what takes time: where the filter needs them, the rows are counted on the way
        NativeQuery<Object[]> query = query(
                tx,
                "select listed.*, " + (counted ? "0" : "count(*) over ()") + " as total from (select " + COLUMNS + from
                        + filter.sql() + ") listed order by " + sort.sql(descending));
        query.addScalar("total", Integer.class);
        filter.set(query, tx);
        List<Object[]> rows =
                query.setFirstResult(span.from()).setMaxResults(span.count()).getResultList();
        int total = !counted && !rows.isEmpty()
                ? (Integer) rows.getFirst()[TOTAL]
                : count(tx, filter, counted ? " from product p where " : from);
        return new Stretch<>(withUse(tx, rows), total);
    }

    private static int count(Tx tx, OutlookFilter filter, String from) {
        var count = tx.session().createNativeQuery("select count(*)" + from + filter.sql(), Object.class);
        filter.set(count, tx);
        return number(count.getSingleResult());
    }

    /** What products say themselves: the shelves are added up for the page alone. */
    private static Stretch<Outlook> ofProducts(
            Tx tx, OutlookFilter filter, OutlookSort sort, boolean descending, Span span) {
        int total = count(tx, filter, " from product p where ");
        NativeQuery<Object> page = tx.session()
                .createNativeQuery(
                        "select id from (select p.id, p.sku, p.name, p.category, p.supplier, p.shelf,"
                                + " p.min_stock_level as minimum from product p where " + filter.sql()
                                + ") listed order by " + sort.sql(descending),
                        Object.class);
        filter.set(page, tx);
        List<Object> ids =
                page.setFirstResult(span.from()).setMaxResults(span.count()).getResultList();
        if (ids.isEmpty()) {
            return new Stretch<>(List.of(), total);
        }
        NativeQuery<Object[]> query = query(
                tx,
                "select * from (select " + COLUMNS + " from product p left join " + ShelfSums.OF_PAGE_SQL
                        + " s on s.product_id = p.id where p.id in (:page)) listed order by " + sort.sql(descending));
        query.setParameterList(
                "page", ids.stream().map(id -> ((Number) id).longValue()).toList());
        query.setParameter("today", tx.today()).setParameter("now", tx.now());
        return new Stretch<>(withUse(tx, query.getResultList()), total);
    }

    /** All of the filter, with the use of all known. */
    private static List<Outlook> judged(Tx tx, OutlookFilter filter, OutlookSort sort, boolean descending) {
        NativeQuery<Object[]> query = query(
                tx,
                "select * from (select " + COLUMNS + " from product p left join " + ShelfSums.SQL
                        + " s on s.product_id = p.id where " + filter.sql() + ") listed order by "
                        + sort.sql(descending));
        filter.set(query, tx);
        return withUse(tx, query.getResultList()).stream()
                .filter(row ->
                        filter.severities().isEmpty() || filter.severities().contains(row.severity()))
                .sorted(sort.order(descending))
                .toList();
    }

    private static List<Outlook> withUse(Tx tx, List<Object[]> rows) {
        Map<ProductId, Use> uses =
                Uses.of(tx, rows.stream().map(StockOutlook::id).toList());
        return rows.stream()
                .map(row -> row(row, uses.getOrDefault(id(row), Use.UNKNOWN)))
                .toList();
    }

    private static NativeQuery<Object[]> query(Tx tx, String sql) {
        return tx.session()
                .createNativeQuery(sql, Object[].class)
                .addScalar("id", Long.class)
                .addScalar("sku", String.class)
                .addScalar("name", String.class)
                .addScalar("category", String.class)
                .addScalar("supplier", String.class)
                .addScalar("shelf", String.class)
                .addScalar("active", Boolean.class)
                .addScalar("minimum", Integer.class)
                .addScalar("reorder_quantity", Integer.class)
                .addScalar("on_hand", Integer.class)
                .addScalar("good", Integer.class)
                .addScalar("held", Integer.class)
                .addScalar("worth", BigDecimal.class);
    }

    private static ProductId id(Object[] row) {
        return new ProductId((Long) row[0]);
    }

    private static Outlook row(Object[] row, Use use) {
        return new Outlook(
                id(row),
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (Boolean) row[6],
                (Integer) row[7],
                (Integer) row[8],
                (Integer) row[9],
                (Integer) row[10],
                (Integer) row[11],
                (BigDecimal) row[12],
                use);
    }

    private static int number(Object value) {
        return ((Number) Objects.requireNonNull(value)).intValue();
    }
}
