package app.mortar.expiry;

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
 */
public record OutlookFilter(
        @Nullable String words,
        @Nullable String category,
        @Nullable String supplier,
        Set<Severity> severities,
        boolean inactive) {
    /** Whatever is below its minimum. */
    public static final Set<Severity> SHORT = EnumSet.range(Severity.OUT, Severity.LOW);

    /** All products that are sold. */
    public static final OutlookFilter ALL = new OutlookFilter(null, null, null, Set.of(), false);

    /** All that are short. */
    public static final OutlookFilter LOW = new OutlookFilter(null, null, null, SHORT, false);

    public OutlookFilter {
        severities = Set.copyOf(severities);
    }

    public OutlookFilter words(@Nullable String typed) {
        return new OutlookFilter(typed, category, supplier, severities, inactive);
    }

    public OutlookFilter category(@Nullable String one) {
        return new OutlookFilter(words, one, supplier, severities, inactive);
    }

    public OutlookFilter supplier(@Nullable String one) {
        return new OutlookFilter(words, category, one, severities, inactive);
    }

    public OutlookFilter severities(Set<Severity> some) {
        return new OutlookFilter(words, category, supplier, some, inactive);
    }

    public OutlookFilter inactive(boolean too) {
        return new OutlookFilter(words, category, supplier, severities, too);
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
                + (severities.isEmpty()
                        ? ""
                        : severities.stream()
                                .map(OutlookFilter::sql)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" or ", " and (", ")")));
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
        if (query.getParameterMetadata().getNamedParameterNames().contains("today")) {
            query.setParameter("today", tx.today()).setParameter("now", tx.now());
        }
    }
}
