package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.SearchWords;
import app.mortar.store.Tx;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which products to list.
 *
 * @param words all to be found in sku, GTIN, name, generic name, strength or form
 * @param category exactly this one; null for all
 * @param supplier exactly this one; null for all
 * @param severities only these; empty for all
 * @param inactive also those that are not sold any more
 * @param expiringWithin only those with units that expire in so many days or less; 0 for what has expired; null for all
 */
public record OutlookFilter(
        @Nullable String words,
        @Nullable String category,
        @Nullable String supplier,
        Set<Severity> severities,
        boolean inactive,
        @Nullable Integer expiringWithin) {
    /** Whatever is below its minimum. */
    public static final Set<Severity> SHORT = EnumSet.range(Severity.OUT, Severity.LOW);

    /** All products that are sold. */
    public static final OutlookFilter ALL = new OutlookFilter(null, null, null, Set.of(), false, null);

    /** All that are short. */
    public static final OutlookFilter LOW = new OutlookFilter(null, null, null, SHORT, false, null);

    private static final String EXPIRING =
            "select 1 from inventory_batch b where b.product_id = p.id and b.quantity > 0 and b.status = 'AVAILABLE' and "
                    + Fefo.GOOD_DAYS_SQL;

    public OutlookFilter {
        severities = Set.copyOf(severities);
    }

    public OutlookFilter words(@Nullable String typed) {
        return new OutlookFilter(typed, category, supplier, severities, inactive, expiringWithin);
    }

    public OutlookFilter category(@Nullable String one) {
        return new OutlookFilter(words, one, supplier, severities, inactive, expiringWithin);
    }

    public OutlookFilter supplier(@Nullable String one) {
        return new OutlookFilter(words, category, one, severities, inactive, expiringWithin);
    }

    public OutlookFilter severities(Set<Severity> some) {
        return new OutlookFilter(words, category, supplier, some, inactive, expiringWithin);
    }

    public OutlookFilter inactive(boolean too) {
        return new OutlookFilter(words, category, supplier, severities, too, expiringWithin);
    }

    public OutlookFilter expiringWithin(@Nullable Integer days) {
        return new OutlookFilter(words, category, supplier, severities, inactive, days);
    }

    /** Can only the use of the products tell which are meant? */
    boolean needsUse() {
        return severities.contains(Severity.CRITICAL) != severities.contains(Severity.LOW);
    }

    /**
     * The filter over {@code product p} and the sums of its shelf {@code s}; it lets through what is low beside what is
     * critical where one of them is wanted, for only the use of a product tells them apart.
     */
    String sql() {
        return SearchWords.of(words).sql("p.search_text")
                + (category == null ? "" : " and p.category = :category")
                + (supplier == null ? "" : " and p.supplier = :supplier")
                + (inactive ? "" : " and p.active")
                + (expiringWithin == null ? "" : " and exists (" + EXPIRING + expiringRange(expiringWithin) + ")")
                + (severities.isEmpty()
                        ? ""
                        : severities.stream()
                                .map(OutlookFilter::sql)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" or ", " and (", ")")));
    }

    private static String expiringRange(int days) {
        return days == 0 ? " <= 0" : " between 1 and " + days;
    }

    private static String sql(Severity severity) {
        return switch (severity) {
            case OUT -> "(p.active and p.min_stock_level > 0 and coalesce(s.good, 0) <= 0)";
            case CRITICAL, LOW -> "(p.active and s.good > 0 and s.good < p.min_stock_level)";
            case ENOUGH -> "(p.active and p.min_stock_level > 0 and s.good >= p.min_stock_level)";
            case UNWATCHED -> "(not p.active or p.min_stock_level = 0)";
        };
    }

    /** Sets the parameters of {@link #sql} and of the sums of the shelves, as far as the query has them. */
    void set(NativeQuery<?> query, Tx tx) {
        List<String> patterns = SearchWords.of(words).patterns();
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + i, patterns.get(i));
        }
        if (category != null) {
            query.setParameter("category", category);
        }
        if (supplier != null) {
            query.setParameter("supplier", supplier);
        }
        var named = query.getParameterMetadata().getNamedParameterNames();
        if (named.contains("today")) {
            query.setParameter("today", tx.today()).setParameter("now", tx.now());
        }
        if (expiringWithin != null) {
            query.setParameter("first", tx.today());
        }
    }
}
