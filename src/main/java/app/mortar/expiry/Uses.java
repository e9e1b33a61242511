package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how fast products go out of the ledger, for any number of them in two queries. A batch counts for the days
 * before its expiry; what a recall or quarantine kept from being sold counts as there.
 */
public final class Uses {
    /** The products of a query as a table, however many they are; the first of its joins, so that it leads. */
    private static final String WANTED = "unnest(cast(:products as bigint array)) as u(id)";

    private record BatchOf(long product, long batch) {}

    private Uses() {}

    /** The use of each of these products. */
    public static Map<ProductId, Use> of(Tx tx, Collection<ProductId> products) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<ProductId, Use> uses = new HashMap<>();
        if (products.isEmpty()) {
            return uses;
        }
        Long[] wanted = products.stream().map(ProductId::value).distinct().toArray(Long[]::new);
        Map<Long, List<ShelfDays.History>> histories = new HashMap<>();
        Map<BatchOf, List<ShelfDays.Moved>> moved = moved(tx, wanted);
        batches(tx, wanted).forEach((batch, now) -> histories
                .computeIfAbsent(batch.product(), product -> new ArrayList<>())
                .add(new ShelfDays.History(now.quantity(), now.goodDays(), moved.getOrDefault(batch, List.of()))));
        for (Long product : wanted) {
            uses.put(new ProductId(product), ShelfDays.use(histories.getOrDefault(product, List.of())));
        }
        return uses;
    }

    private static Map<BatchOf, List<ShelfDays.Moved>> moved(Tx tx, Long[] wanted) {
        Map<BatchOf, List<ShelfDays.Moved>> moved = new HashMap<>();
        Instant start = firstDay(tx).atStartOfDay(tx.zone()).toInstant();
        // the number is written into the statement: as a parameter it would not be the same expression twice
        String day = "cast(floor((extract(epoch from m.at) - " + start.getEpochSecond() + ") / 86400) as integer)";
        tx.session()
                .createNativeQuery("""
                        select m.product_id, m.batch_id, %1$s as day_no, sum(m.quantity) as net,
                          sum(case when m.type in ('OUT', 'RETURN') then -m.quantity else 0 end) as used
                        from %2$s join inventory_movement m on m.product_id = u.id and m.at >= :start
                        group by m.product_id, m.batch_id, %1$s""".formatted(day, WANTED), Object[].class)
                .setParameter("start", start)
                .setParameter("products", wanted, Long[].class)
                .getResultList()
                .forEach(row -> moved.computeIfAbsent(
                                new BatchOf(number(row[0]), number(row[1])), batch -> new ArrayList<>())
                        .add(new ShelfDays.Moved((int) number(row[2]), (int) number(row[3]), (int) number(row[4]))));
        return moved;
    }

    /** What every batch that has units, or had some in these days, looks like now. */
    private static Map<BatchOf, ShelfDays.History> batches(Tx tx, Long[] wanted) {
        Map<BatchOf, ShelfDays.History> batches = new LinkedHashMap<>();
        tx.session()
                .createNativeQuery(
                        "select b.product_id, b.id, b.quantity, %s as good_days from %s join inventory_batch b on b.product_id = u.id"
                                .formatted(Fefo.GOOD_DAYS_SQL, WANTED),
                        Object[].class)
                .setParameter("first", firstDay(tx))
                .setParameter("products", wanted, Long[].class)
                .getResultList()
                .forEach(row -> {
                    @Nullable Object goodDays = row[3];
                    batches.put(
                            new BatchOf(number(row[0]), number(row[1])),
                            new ShelfDays.History(
                                    (int) number(row[2]), goodDays == null ? null : (int) number(goodDays), List.of()));
                });
        return batches;
    }

    private static LocalDate firstDay(Tx tx) {
        return tx.today().minusDays(Use.WINDOW);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
