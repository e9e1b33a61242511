package app.mortar.recall;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.Affected;
import app.mortar.stock.Batch;
import app.mortar.stock.ProductNames;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Shelf;
import app.mortar.stock.Shelves;
import app.mortar.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The recall desk: a batch number is out of sale at once, wherever it stands, and everyone concerned is named. */
public final class RecallDesk {
    /** An order whose customer has units of the batch. */
    public record Served(long orderId, String externalRef, int quantity) {}

    /** What the desk says. */
    public sealed interface Outcome {
        /**
         * The batch is recalled, now or since earlier.
         *
         * @param before whether every batch of that number was recalled before
         * @param onShelf units still here
         */
        record Recalled(
                boolean before,
                String sku,
                String batchNumber,
                int onShelf,
                List<Affected> affected,
                List<Served> served)
                implements Outcome {}

        record UnknownProduct() implements Outcome {}

        record UnknownBatch() implements Outcome {}
    }

    /** What was found under the lock. */
    private record OnShelf(boolean before, List<Long> batches, int units, List<Affected> affected) {}

    /** Recalls every batch of that number, whatever its expiry date. */
    public Outcome recall(Tx tx, String sku, String batchNumber, @Nullable String note) {
        tx.actor().must(Permission.RECALL);
        ProductRef ref = new ProductRef.BySku(sku);
        ProductId product = ProductNames.of(tx, List.of(ref)).find(ref);
        if (product == null) {
            return new Outcome.UnknownProduct();
        }
        OnShelf here = Shelves.change(tx, List.of(product), shelves -> {
            Shelf shelf = shelves.of(product);
            List<Batch> batches = shelves.batchesNamed(shelf, batchNumber);
            boolean before = batches.stream().allMatch(Batch::isRecalled);
            shelves.recall(shelf, batches, note);
            return new OnShelf(
                    before,
                    batches.stream().map(batch -> batch.id().value()).toList(),
                    batches.stream().mapToInt(Batch::quantity).sum(),
                    shelves.affected());
        });
        if (here.batches().isEmpty()) {
            return new Outcome.UnknownBatch();
        }
        return new Outcome.Recalled(
                here.before(), sku, batchNumber, here.units(), here.affected(), served(tx, here.batches()));
    }

    private static List<Served> served(Tx tx, List<Long> batches) {
        return tx
                .session()
                .createNativeQuery("""
                        select o.id, o.external_ref, -sum(m.quantity)
                        from inventory_movement m
                        join order_line l on l.id = m.order_line_id
                        join sales_order o on o.id = l.order_id
                        where m.batch_id in (:batches) and m.type in ('OUT', 'RETURN')
                        group by o.id, o.external_ref having sum(m.quantity) < 0
                        order by o.id""", Object[].class)
                .setParameterList("batches", batches)
                .getResultList()
                .stream()
                .map(row -> new Served(((Number) row[0]).longValue(), (String) row[1], ((Number) row[2]).intValue()))
                .toList();
    }
}
