package app.mortar.fulfilment;

import app.mortar.kernel.BatchId;
import app.mortar.store.Tx;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Somebody who may took another batch than the one that goes first, and said why. */
@Entity
@Immutable
@Table(name = "fefo_override")
public class FefoOverride {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "fefo_override_seq")
    @SequenceGenerator(name = "fefo_override_seq", sequenceName = "fefo_override_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id", nullable = false)
    private long orderId;

    @Column(name = "planned_batch_id", nullable = false)
    private long plannedBatchId;

    @Column(name = "taken_batch_id", nullable = false)
    private long takenBatchId;

    @Column(nullable = false)
    private int quantity;

    @Column(nullable = false, length = 200)
    private String reason;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @SuppressWarnings("NullAway.Init")
    protected FefoOverride() {}

    static void note(Tx tx, long order, BatchId planned, BatchId taken, int units, String reason) {
        FefoOverride row = new FefoOverride();
        row.orderId = order;
        row.plannedBatchId = planned.value();
        row.takenBatchId = taken.value();
        row.quantity = units;
        row.reason = reason;
        row.at = tx.now();
        row.actor = tx.actor().name();
        row.workstation = tx.actor().workstation();
        tx.session().insert(row);
    }

    public long id() {
        return id;
    }

    public long orderId() {
        return orderId;
    }

    public BatchId planned() {
        return new BatchId(plannedBatchId);
    }

    public BatchId taken() {
        return new BatchId(takenBatchId);
    }

    public int quantity() {
        return quantity;
    }

    public String reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }
}
