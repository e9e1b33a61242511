package app.mortar.stock;

import app.mortar.kernel.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a product: what every change of its stock locks first. The master data of the same row belong to
 * the catalogue, which cannot write these columns.
 */
@Entity
@Table(name = "product")
public class ProductRow {
    @Id
    private long id;

    @Column(nullable = false, updatable = false)
    private String sku;

    @Column(nullable = false, updatable = false)
    private boolean active;

    @Column(nullable = false, updatable = false)
    private boolean expires;

    @Column(nullable = false, updatable = false)
    private boolean controlled;

    @Column(name = "min_stock_level", nullable = false, updatable = false)
    private int minimum;

    @Column(name = "stock_quantity", nullable = false)
    private int stock;

    @Column(name = "reserved_quantity", nullable = false)
    private int reserved;

    @Column(name = "ledger_seq", nullable = false)
    private long ledgerSeq;

    @Column(name = "ledger_hash", nullable = false, length = 64)
    private String ledgerHash;

    @Transient
    private @Nullable Counters asStored;

    /** What the row held when it was read. */
    record Counters(int stock, int reserved, long ledgerSeq) {}

    @SuppressWarnings("NullAway.Init")
    protected ProductRow() {}

    /** Called by whoever has read the row, before anything is changed. */
    void remember() {
        asStored = counters();
    }

    Counters counters() {
        return new Counters(stock, reserved, ledgerSeq);
    }

    Counters asStored() {
        Counters stored = asStored;
        if (stored == null) {
            throw new IllegalStateException("A product row is never made here: " + sku);
        }
        return stored;
    }

    boolean isChanged() {
        return !counters().equals(asStored);
    }

    void addStock(int units) {
        stock = Math.addExact(stock, units);
    }

    void addReserved(int units) {
        reserved = Math.addExact(reserved, units);
    }

    /** The next row of this product's ledger. */
    void appended(long seq, String hash) {
        ledgerSeq = seq;
        ledgerHash = hash;
    }

    public ProductId id() {
        return new ProductId(id);
    }

    public String sku() {
        return sku;
    }

    public boolean isActive() {
        return active;
    }

    public boolean expires() {
        return expires;
    }

    /** Does the law ask for a second pair of eyes? */
    public boolean isControlled() {
        return controlled;
    }

    /** Good units below which the product is low; 0 for none. */
    int minimum() {
        return minimum;
    }

    public int stock() {
        return stock;
    }

    public int reserved() {
        return reserved;
    }

    long ledgerSeq() {
        return ledgerSeq;
    }

    String ledgerHash() {
        return ledgerHash;
    }
}
