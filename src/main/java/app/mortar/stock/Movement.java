package app.mortar.stock;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.ProductId;
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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger. Written once, never changed: a mistake is corrected by a row that reverses it. The rows of a
 * product are numbered from 1 and chained by their hashes.
 */
@Entity
@Immutable
@Table(name = "inventory_movement")
public class Movement {
    private static final int LONGEST_NOTE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inventory_movement_seq")
    @SequenceGenerator(name = "inventory_movement_seq", sequenceName = "inventory_movement_seq", allocationSize = 50)
    private long id;

    @Column(name = "product_id", nullable = false)
    private long productId;

    @Column(name = "batch_id", nullable = false)
    private long batchId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private MovementType type;

    @Column(nullable = false)
    private int quantity;

    @Column(name = "batch_number", nullable = false, length = 40)
    private String batchNumber;

    @Column(name = "expiry_date")
    private @Nullable LocalDate expiryDate;

    @Column(nullable = false)
    private long seq;

    @Column(name = "prev_hash", nullable = false, length = 64)
    private String prevHash;

    @Column(nullable = false, length = 64)
    private String hash;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @Column(length = 40)
    private @Nullable String reason;

    @Column(length = LONGEST_NOTE)
    private @Nullable String note;

    @Column(length = 200)
    private @Nullable String reference;

    @Column(name = "document_id")
    private @Nullable Long documentId;

    @Column(name = "order_line_id")
    private @Nullable Long orderLineId;

    @Enumerated(EnumType.STRING)
    @Column(length = 8)
    private @Nullable FefoMark fefo;

    @Column(name = "unit_cost", precision = 19, scale = 4)
    private @Nullable BigDecimal unitCost;

    @Column
    private @Nullable Long reverses;

    @Column(length = 120)
    private @Nullable String witness;

    @SuppressWarnings("NullAway.Init")
    protected Movement() {}

    /** A note is a sentence, not the letter it speaks of: whoever pasted that is told so. */
    static void mustFit(@Nullable String note) {
        if (note != null && note.length() > LONGEST_NOTE) {
            throw new InvalidInput("note", "must have at most " + LONGEST_NOTE + " characters");
        }
    }

    /**
     * Why units move, and for which paper.
     *
     * @param reason a word of a closed set, e.g. {@code DAMAGED}
     * @param reference the document as people name it
     * @param reverses the row that this one takes back
     * @param witness who watched, where somebody must
     */
    public record Cause(
            MovementType type,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String reference,
            @Nullable Long documentId,
            @Nullable Long orderLineId,
            @Nullable FefoMark fefo,
            @Nullable Long reverses,
            @Nullable String witness) {
        public Cause {
            mustFit(note);
        }

        public Cause(
                MovementType type,
                @Nullable String reason,
                @Nullable String note,
                @Nullable String reference,
                @Nullable Long documentId,
                @Nullable Long orderLineId,
                @Nullable FefoMark fefo) {
            this(type, reason, note, reference, documentId, orderLineId, fefo, null, null);
        }

        public static Cause of(MovementType type, @Nullable String reason, @Nullable String note) {
            return new Cause(type, reason, note, null, null, null, null);
        }

        /** The same, with somebody who watched. */
        Cause watchedBy(@Nullable String somebody) {
            return new Cause(type, reason, note, reference, documentId, orderLineId, fefo, reverses, somebody);
        }
    }

    /** Who, from where and when. */
    record By(String actor, String workstation, Instant at) {}

    /** The next row of the product's ledger; its hash includes the one before. */
    static Movement after(ProductRow product, Batch batch, int units, @Nullable BigDecimal cost, Cause cause, By by) {
        Movement row = new Movement();
        row.productId = product.id().value();
        row.batchId = batch.id().value();
        row.type = cause.type();
        row.quantity = units;
        row.batchNumber = batch.number();
        row.expiryDate = batch.expiryDate();
        row.seq = product.ledgerSeq() + 1;
        row.prevHash = product.ledgerHash();
        row.at = by.at();
        row.actor = by.actor();
        row.workstation = by.workstation();
        row.reason = cause.reason();
        row.note = cause.note();
        row.reference = cause.reference();
        row.documentId = cause.documentId();
        row.orderLineId = cause.orderLineId();
        row.fefo = cause.fefo();
        row.unitCost = cost == null ? null : cost.setScale(4);
        row.reverses = cause.reverses();
        row.witness = cause.witness();
        row.hash = LedgerHash.of(row);
        product.appended(row.seq, row.hash);
        return row;
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

    public MovementType type() {
        return type;
    }

    public int quantity() {
        return quantity;
    }

    public String batchNumber() {
        return batchNumber;
    }

    public @Nullable LocalDate expiryDate() {
        return expiryDate;
    }

    public long seq() {
        return seq;
    }

    public String prevHash() {
        return prevHash;
    }

    public String hash() {
        return hash;
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

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable String reference() {
        return reference;
    }

    public @Nullable Long documentId() {
        return documentId;
    }

    public @Nullable Long orderLineId() {
        return orderLineId;
    }

    public @Nullable FefoMark fefo() {
        return fefo;
    }

    public @Nullable BigDecimal unitCost() {
        return unitCost;
    }

    public @Nullable Long reverses() {
        return reverses;
    }

    public @Nullable String witness() {
        return witness;
    }
}
