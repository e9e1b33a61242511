package app.mortar.stock;

import app.mortar.catalogue.Product;
import app.mortar.fefo.Fefo;
import app.mortar.kernel.Cursor;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains what may be promised of a product: every unit on the shelf is counted in one term. */
public final class WhyThisNumber {
    /**
     * {@code available = onShelf − recalled − expired − quarantined − inCarts − committed}; of several reasons the
     * first in this order counts.
     *
     * @param nextReleaseAt when the next cart's hold runs out; null while there is none
     */
    public record Terms(
            int available,
            int onShelf,
            int recalled,
            int expired,
            int quarantined,
            int inCarts,
            int committed,
            @Nullable Instant nextReleaseAt) {}

    /** One batch with what is promised of it. */
    public record BatchRow(
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            int reserved,
            int quarantined,
            BatchStatus status,
            ExpiryStage stage,
            @Nullable BigDecimal unitCost) {}

    private record Counted(int quantity, int quarantined, boolean recalled, boolean good, int inCarts, int committed) {}

    /** The terms for one product. An inactive product has the same terms; nothing of it is promised anew. */
    public Terms explain(Tx tx, Product product) {
        tx.actor().must(Permission.SEE_STOCK);
        List<Counted> batches = counted(tx, product);
        int onShelf = 0;
        int recalled = 0;
        int expired = 0;
        int quarantined = 0;
        int inCarts = 0;
        int committed = 0;
        for (Counted batch : batches) {
            onShelf += batch.quantity();
            if (batch.recalled()) {
                recalled += batch.quantity();
            } else if (!batch.good()) {
                expired += batch.quantity();
            } else {
                quarantined += batch.quarantined();
                inCarts += batch.inCarts();
                committed += batch.committed();
            }
        }
        int available = onShelf - recalled - expired - quarantined - inCarts - committed;
        return new Terms(
                available, onShelf, recalled, expired, quarantined, inCarts, committed, nextRelease(tx, product));
    }

    private static List<Counted> counted(Tx tx, Product product) {
        return tx
                .session()
                .createNativeQuery("""
                        select b.quantity, b.quarantined_quantity, b.status, case when %s then 1 else 0 end,
                          coalesce(sum(case when r.status = 'ACTIVE' and r.expires_at > :now then a.quantity end), 0),
                          coalesce(sum(case when r.status = 'COMMITTED' then a.quantity end), 0)
                        from inventory_batch b
                        left join reservation_allocation a on a.batch_id = b.id
                        left join stock_reservation r on r.id = a.reservation_id and r.status in ('ACTIVE', 'COMMITTED')
                        where b.product_id = :product and b.quantity > 0
                        group by b.id, b.quantity, b.quarantined_quantity, b.status, b.expiry_date""".formatted(Fefo.GOOD_BATCH_SQL), Object[].class)
                .setParameter("product", product.id().value())
                .setParameter("now", tx.now())
                .setParameter("today", tx.today())
                .getResultList()
                .stream()
                .map(row -> new Counted(
                        number(row[0]),
                        number(row[1]),
                        row[2].equals("RECALLED"),
                        number(row[3]) == 1,
                        number(row[4]),
                        number(row[5])))
                .toList();
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static @Nullable Instant nextRelease(Tx tx, Product product) {
        return tx.session()
                .createSelectionQuery("""
                        select min(l.expiresAt) from HoldLine l
                        where l.productId = :product and l.status = ACTIVE and l.expiresAt > :now""", Instant.class)
                .setParameter("product", product.id().value())
                .setParameter("now", tx.now())
                .getSingleResultOrNull();
    }

    /** The batches of a product: those that hold units first, in first-expiry-first-out order, then emptied ones. */
    public Page<BatchRow> batches(Tx tx, Product product, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.SEE_STOCK);
        int from = after == null ? 0 : Math.toIntExact(Math.min(after.id(), Integer.MAX_VALUE));
        List<BatchRow> rows = tx
                .session()
                .createNativeQuery(
                        "select b.* from inventory_batch b where b.product_id = :product"
                                + " order by case when b.quantity > 0 then 0 else 1 end, " + Fefo.ORDER_SQL,
                        Batch.class)
                .setParameter("product", product.id().value())
                .setFirstResult(from)
                .setMaxResults(limit + 1)
                .getResultList()
                .stream()
                .map(batch -> new BatchRow(
                        batch.number(),
                        batch.expiryDate(),
                        batch.quantity(),
                        batch.reserved(),
                        batch.quarantined(),
                        batch.status(),
                        ExpiryStage.of(batch.expiryDate(), tx.today()),
                        batch.unitCost()))
                .toList();
        return Page.of(rows, limit, last -> new Cursor(Instant.EPOCH, (long) from + limit).text());
    }
}
