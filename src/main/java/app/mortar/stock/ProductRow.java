package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.Values;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The counters of a product: what every change of its stock locks first. The master data of the same row belong to
 * the catalogue, which cannot write these columns.
 */
@Entity
@Table(name = "product")
public class ProductRow {
    /** What {@link #read} reads. */
    static final String COLUMNS =
            "id, sku, active, expires, controlled, min_stock_level, stock_quantity, reserved_quantity,"
                    + " ledger_seq, ledger_hash";

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

    /** The product as stored, from a row of {@link #COLUMNS}. */
    static ProductRow read(ResultSet row) throws SQLException {
        ProductRow product = new ProductRow();
        product.id = row.getLong(1);
        product.sku = Values.text(row, 2);
        product.active = row.getBoolean(3);
        product.expires = row.getBoolean(4);
        product.controlled = row.getBoolean(5);
        product.minimum = row.getInt(6);
        product.stock = row.getInt(7);
        product.reserved = row.getInt(8);
        product.ledgerSeq = row.getLong(9);
        product.ledgerHash = Values.text(row, 10);
        product.asStored = product.counters();
        return product;
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
