package app.mortar.stock;

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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A note of goods in, of a write-off or of a return to the supplier: its reference is booked once for whoever gave it. */
@Entity
@Immutable
@Table(name = "stock_document")
public class StockDocument {
    /** What the note is about. */
    public enum Kind {
        RECEIPT,
        WRITE_OFF,
        SUPPLIER_RETURN
    }

    /** The owner of opening lists, which belong to nobody's deliveries. */
    static final String OPENING = "opening stock";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_document_seq")
    @SequenceGenerator(name = "stock_document_seq", sequenceName = "stock_document_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private Kind kind;

    @Column(nullable = false, length = 80)
    private String owner;

    @Column(nullable = false, length = 100)
    private String reference;

    @Column(name = "content_hash", nullable = false, length = 64)
    private String contentHash;

    @Column(length = 200)
    private @Nullable String supplier;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected StockDocument() {}

    private StockDocument(
            Kind kind, String owner, String reference, Record content, @Nullable String supplier, Instant at) {
        this.kind = kind;
        this.owner = owner;
        this.reference = reference;
        this.contentHash = hash(content);
        this.supplier = supplier;
        this.createdAt = at;
    }

    static StockDocument book(Tx tx, Kind kind, String reference, Record content, @Nullable String supplier) {
        StockDocument document = new StockDocument(kind, tx.actor().owner(), reference, content, supplier, tx.now());
        tx.session().insert(document);
        return document;
    }

    /** What lay on the shelves when the books were opened: booked once, whoever brings it. */
    static StockDocument bookOpening(Tx tx, String reference, Record content) {
        StockDocument document = new StockDocument(Kind.RECEIPT, OPENING, reference, content, null, tx.now());
        tx.session().insert(document);
        return document;
    }

    static Optional<StockDocument> findOpening(Tx tx, String reference) {
        return find(tx, OPENING, Kind.RECEIPT, reference);
    }

    static Optional<StockDocument> find(Tx tx, Kind kind, String reference) {
        return find(tx, tx.actor().owner(), kind, reference);
    }

    private static Optional<StockDocument> find(Tx tx, String owner, Kind kind, String reference) {
        return tx
                .session()
                .createSelectionQuery(
                        "from StockDocument d where d.owner = :owner and d.kind = :kind and d.reference = :reference",
                        StockDocument.class)
                .setParameter("owner", owner)
                .setParameter("kind", kind)
                .setParameter("reference", reference)
                .getResultList()
                .stream()
                .findFirst();
    }

    boolean says(Record content) {
        return contentHash.equals(hash(content));
    }

    static String hash(Record content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(content.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    long id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }
}
