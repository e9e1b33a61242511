package app.mortar.count;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What somebody counted of one batch, and what the books said of it at that very moment. */
@Entity
@Table(name = "count_line")
public class CountLine {
    /** What has become of the line. */
    public enum Status {
        /** Waits for approval. */
        COUNTED,
        /** Too far from the books to be believed at once: to be counted a second time. */
        RECOUNT,
        /** A later count of the same batch stands. */
        REPLACED,
        /** The difference is booked, if there was one. */
        APPROVED,
        /** Sent back: to be counted again. */
        REJECTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "count_line_seq")
    @SequenceGenerator(name = "count_line_seq", sequenceName = "count_line_seq", allocationSize = 50)
    private long id;

    @Column(name = "round_id", nullable = false, updatable = false)
    private long roundId;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long productId;

    @Column(name = "batch_id", updatable = false)
    private @Nullable Long batchId;

    @Column(name = "batch_number", nullable = false, length = 40, updatable = false)
    private String batchNumber;

    @Column(name = "expiry_date", updatable = false)
    private @Nullable LocalDate expiryDate;

    @Column(nullable = false, updatable = false)
    private int expected;

    @Column(nullable = false, updatable = false)
    private int counted;

    @Column(nullable = false, updatable = false)
    private int attempt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Status status;

    @Column(name = "unit_cost", precision = 19, scale = 4, updatable = false)
    private @Nullable BigDecimal unitCost;

    @Column(name = "counted_at", nullable = false, updatable = false)
    private Instant countedAt;

    @Column(name = "counted_by", nullable = false, length = 120, updatable = false)
    private String countedBy;

    @Column(nullable = false, length = 120, updatable = false)
    private String workstation;

    @Column(length = 40)
    private @Nullable String reason;

    @Column(length = 500)
    private @Nullable String note;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "decided_by", length = 120)
    private @Nullable String decidedBy;

    @Column(name = "movement_id")
    private @Nullable Long movementId;

    @SuppressWarnings("NullAway.Init")
    protected CountLine() {}

    /**
     * A batch as the books know it at this moment.
     *
     * @param id null when they have never seen it
     */
    record Known(
            @Nullable Long id,
            String number,
            @Nullable LocalDate expiryDate,
            int quantity,
            @Nullable BigDecimal unitCost) {}

    static CountLine of(Tx tx, long round, ProductId product, Known batch, int counted, int attempt, Status status) {
        CountLine line = new CountLine();
        line.roundId = round;
        line.productId = product.value();
        line.batchId = batch.id();
        line.batchNumber = batch.number();
        line.expiryDate = batch.expiryDate();
        line.expected = batch.quantity();
        line.counted = counted;
        line.attempt = attempt;
        line.status = status;
        line.unitCost = batch.unitCost();
        line.countedAt = tx.now();
        line.countedBy = tx.actor().name();
        line.workstation = tx.actor().workstation();
        return line;
    }

    void replaced() {
        status = Status.REPLACED;
    }

    void approve(Tx tx, @Nullable String why, @Nullable Long movement) {
        decide(tx, Status.APPROVED, why);
        movementId = movement;
    }

    void reject(Tx tx, @Nullable String why) {
        decide(tx, Status.REJECTED, why);
    }

    private void decide(Tx tx, Status how, @Nullable String why) {
        if (status != Status.COUNTED) {
            throw new IllegalStateException("Nothing to decide about a line that is " + status + ": " + id);
        }
        status = how;
        note = why;
        decidedAt = tx.now();
        decidedBy = tx.actor().name();
    }

    /** What the shelf has more (above zero) or less than the books. */
    public int difference() {
        return counted - expected;
    }

    public long id() {
        return id;
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    /** Null for a batch that the books had never seen. */
    @Nullable
    BatchId batch() {
        return batchId == null ? null : new BatchId(batchId);
    }

    public String batchNumber() {
        return batchNumber;
    }

    public @Nullable LocalDate expiryDate() {
        return expiryDate;
    }

    public int expected() {
        return expected;
    }

    public int counted() {
        return counted;
    }

    public int attempt() {
        return attempt;
    }

    public Status status() {
        return status;
    }

    public @Nullable BigDecimal unitCost() {
        return unitCost;
    }

    public Instant countedAt() {
        return countedAt;
    }

    public String countedBy() {
        return countedBy;
    }
}
