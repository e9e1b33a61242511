package app.mortar.stock;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch that somebody must count: what was seen at the shelf is not what the books say. */
@Entity
@Table(name = "count_task")
public class CountTask {
    /** What was seen. */
    public enum Reason {
        /** Units that the books have were not there when they were to be picked. */
        NOT_ON_SHELF
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "count_task_seq")
    @SequenceGenerator(name = "count_task_seq", sequenceName = "count_task_seq", allocationSize = 50)
    private long id;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long productId;

    @Column(name = "batch_id", nullable = false, updatable = false)
    private long batchId;

    @Column(name = "order_id", updatable = false)
    private @Nullable Long orderId;

    @Column(nullable = false, updatable = false)
    private int quantity;

    @Column(name = "set_aside", nullable = false)
    private int setAside;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20, updatable = false)
    private Reason reason;

    @Column(nullable = false, updatable = false)
    private Instant at;

    @Column(nullable = false, length = 120, updatable = false)
    private String actor;

    @Column(nullable = false, length = 120, updatable = false)
    private String workstation;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @SuppressWarnings("NullAway.Init")
    protected CountTask() {}

    /**
     * Asks for a count, under the lock of the product.
     *
     * @param units how many were missing
     * @param setAside units that nobody may sell until the batch is counted
     * @param orderId for which they were wanted
     */
    public static void ask(
            Tx tx, ProductId product, BatchId batch, int units, int setAside, Reason reason, @Nullable Long orderId) {
        CountTask task = new CountTask();
        task.productId = product.value();
        task.batchId = batch.value();
        task.orderId = orderId;
        task.quantity = units;
        task.setAside = setAside;
        task.reason = reason;
        task.at = tx.now();
        task.actor = tx.actor().name();
        task.workstation = tx.actor().workstation();
        tx.session().insert(task);
    }

    /** What is still asked about these batches; under the lock of their products. */
    public static List<CountTask> open(Tx tx, Collection<BatchId> batches) {
        return batches.isEmpty()
                ? List.of()
                : tx.session()
                        .createSelectionQuery(
                                "from CountTask t where t.doneAt is null and t.batchId in :batches order by t.id",
                                CountTask.class)
                        .setParameter(
                                "batches", batches.stream().map(BatchId::value).toList())
                        .getResultList();
    }

    /** The batch was counted, so nobody needs to be asked any more. */
    public void done(Tx tx) {
        doneAt = tx.now();
        tx.session().update(this);
    }

    public long id() {
        return id;
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    public BatchId batch() {
        return new BatchId(batchId);
    }

    public @Nullable Long orderId() {
        return orderId;
    }

    public int quantity() {
        return quantity;
    }

    /** Units that were taken from sale until the count, as far as nobody has decided about them since. */
    public int unitsAside() {
        return setAside;
    }

    public Reason reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String workstation() {
        return workstation;
    }

    public @Nullable Instant doneAt() {
        return doneAt;
    }
}
