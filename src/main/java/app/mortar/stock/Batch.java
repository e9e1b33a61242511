package app.mortar.stock;

import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.store.Values;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Units of one product with one batch number and one expiry date. Changed only by the acts below, under the lock of
 * its product, and never to a state in which more is promised than is there.
 */
@Entity
@Table(name = "inventory_batch")
public class Batch {
    /** What {@link #read} reads. */
    static final String COLUMNS = "id, product_id, batch_number, expiry_date, received_at, quantity, reserved_quantity,"
            + " quarantined_quantity, status, unit_cost";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "inventory_batch_seq")
    @SequenceGenerator(name = "inventory_batch_seq", sequenceName = "inventory_batch_seq", allocationSize = 50)
    private long id;

    @Column(name = "product_id", nullable = false)
    private long productId;

    @Column(name = "batch_number", nullable = false, length = 40)
    private String number;

    @Column(name = "expiry_date")
    private @Nullable LocalDate expiryDate;

    @Column(name = "received_at", nullable = false)
    private Instant receivedAt;

    @Column(nullable = false)
    private int quantity;

    @Column(name = "reserved_quantity", nullable = false)
    private int reserved;

    @Column(name = "quarantined_quantity", nullable = false)
    private int quarantined;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private BatchStatus status;

    @Column(name = "unit_cost", precision = 19, scale = 4)
    private @Nullable BigDecimal unitCost;

    @Transient
    private @Nullable Counters asStored;

    /** What the row held when it was read: a write that finds anything else there must not happen. */
    record Counters(
            int quantity,
            int reserved,
            int quarantined,
            BatchStatus status,
            @Nullable BigDecimal unitCost) {}

    @SuppressWarnings("NullAway.Init")
    protected Batch() {}

    private Batch(ProductId product, String number, @Nullable LocalDate expiryDate, Instant receivedAt) {
        this.productId = product.value();
        this.number = number;
        this.expiryDate = expiryDate;
        this.receivedAt = receivedAt;
        this.status = BatchStatus.AVAILABLE;
    }

    /** The batch as stored, from a row of {@link #COLUMNS}. */
    static Batch read(ResultSet row) throws SQLException {
        Batch batch = new Batch(
                new ProductId(row.getLong(2)),
                Values.text(row, 3),
                row.getObject(4, LocalDate.class),
                Values.instant(row, 5));
        batch.id = row.getLong(1);
        batch.quantity = row.getInt(6);
        batch.reserved = row.getInt(7);
        batch.quarantined = row.getInt(8);
        batch.status = BatchStatus.valueOf(row.getString(9));
        batch.unitCost = row.getBigDecimal(10);
        batch.remember();
        return batch;
    }

    /** A batch that was never seen before; its units follow by {@link #receive}. */
    static Batch first(ProductId product, String number, @Nullable LocalDate expiryDate, Instant receivedAt) {
        return new Batch(product, number, expiryDate, receivedAt);
    }

    /** Called by whoever has read the row, before anything is changed. */
    void remember() {
        asStored = counters();
    }

    private Counters counters() {
        return new Counters(quantity, reserved, quarantined, status, unitCost);
    }

    @Nullable
    Counters asStored() {
        return asStored;
    }

    boolean isNew() {
        return asStored == null;
    }

    boolean isChanged() {
        return !isNew() && !counters().equals(asStored);
    }

    void receive(int units, @Nullable BigDecimal cost) {
        unitCost = averageCost(units, cost);
        quantity = Math.addExact(quantity, units);
    }

    /** The mean of what is there and what comes; an unknown cost does not blur a known one. */
    private @Nullable BigDecimal averageCost(int units, @Nullable BigDecimal cost) {
        BigDecimal known = unitCost;
        if (cost == null || known == null || quantity == 0) {
            return cost == null ? known : cost;
        }
        BigDecimal worth = known.multiply(BigDecimal.valueOf(quantity)).add(cost.multiply(BigDecimal.valueOf(units)));
        return worth.divide(BigDecimal.valueOf((long) quantity + units), 4, RoundingMode.HALF_UP);
    }

    void reserve(int units) {
        reserved = Math.addExact(reserved, units);
        mustAddUp();
    }

    void unreserve(int units) {
        reserved -= units;
        mustAddUp();
    }

    /** Promised units leave the shelf. */
    void takeReserved(int units) {
        reserved -= units;
        quantity -= units;
        mustAddUp();
    }

    /** Units leave the shelf as waste, those set aside first. */
    void discard(int units) {
        quarantined -= Math.min(units, quarantined);
        quantity -= units;
        mustAddUp();
    }

    /**
     * Units that the books have and nobody found: free ones first, then those set aside, promised ones never.
     *
     * @return how many are still missing, as only promised ones are left
     */
    int lose(int units) {
        int gone = Math.min(units, quantity - reserved);
        quarantined -= Math.max(0, gone - unpromised());
        quantity -= gone;
        mustAddUp();
        return units - gone;
    }

    /** Units are there that the books did not have, or were booked out by mistake. */
    void find(int units) {
        quantity = Math.addExact(quantity, units);
    }

    /** Units come back from a customer: set aside until somebody has looked at them. */
    void takeBack(int units) {
        quantity = Math.addExact(quantity, units);
        quarantined += units;
        mustAddUp();
    }

    void quarantine(int units) {
        quarantined += units;
        mustAddUp();
    }

    void releaseFromQuarantine(int units) {
        quarantined -= units;
        mustAddUp();
    }

    void recall() {
        status = BatchStatus.RECALLED;
    }

    private void mustAddUp() {
        if (quantity < 0 || reserved < 0 || quarantined < 0 || (long) reserved + quarantined > quantity) {
            throw new IllegalStateException("Batch " + number + " would not add up: " + counters());
        }
    }

    /** Units that are neither promised nor set aside, whether they may be sold or not. */
    int unpromised() {
        return quantity - reserved - quarantined;
    }

    public Lot asLot() {
        return new Lot(id(), expiryDate, receivedAt, quantity, reserved, quarantined, isRecalled());
    }

    public BatchId id() {
        return new BatchId(id);
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    public String number() {
        return number;
    }

    public @Nullable LocalDate expiryDate() {
        return expiryDate;
    }

    public int quantity() {
        return quantity;
    }

    public int reserved() {
        return reserved;
    }

    public int quarantined() {
        return quarantined;
    }

    public BatchStatus status() {
        return status;
    }

    public boolean isRecalled() {
        return status == BatchStatus.RECALLED;
    }

    public @Nullable BigDecimal unitCost() {
        return unitCost;
    }
}
