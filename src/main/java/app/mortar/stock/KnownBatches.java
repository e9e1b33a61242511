package app.mortar.stock;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the books know of a batch number, for the questions at goods-in. Looks without locks; goods-in decides. */
public final class KnownBatches {
    /**
     * A batch of that number.
     *
     * @param quantity units on the shelf
     * @param receivedBy who booked it in first; null when nobody knows
     */
    public record Known(
            @Nullable LocalDate expiryDate,
            int quantity,
            boolean recalled,
            Instant receivedAt,
            @Nullable String receivedBy) {}

    private KnownBatches() {}

    /** The batches of a product with that number, the one received first at first; also emptied ones. */
    public static List<Known> of(Tx tx, ProductId product, String batchNumber) {
        tx.actor().must(Permission.RECEIVE);
        return tx
                .session()
                .createNativeQuery("""
                        select b.expiry_date, b.quantity, b.status, b.received_at, (
                          select m.actor from inventory_movement m where m.batch_id = b.id and m.type = 'IN'
                          order by m.seq fetch first 1 rows only) as received_by
                        from inventory_batch b where b.product_id = :product and b.batch_number = :number
                        order by b.received_at, b.id""", Object[].class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("quantity", Integer.class)
                .addScalar("status", String.class)
                .addScalar("received_at", Instant.class)
                .addScalar("received_by", String.class)
                .setParameter("product", product.value())
                .setParameter("number", batchNumber)
                .getResultList()
                .stream()
                .map(row -> new Known(
                        (@Nullable LocalDate) row[0],
                        (Integer) row[1],
                        row[2].equals(BatchStatus.RECALLED.name()),
                        (Instant) row[3],
                        (@Nullable String) row[4]))
                .toList();
    }
}
