package app.mortar.stock;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One product of a hold (the plan's StockReservation), with the batches that were promised for it. */
@Entity
@Table(name = "stock_reservation")
public class HoldLine {
    /** What {@link #read} reads. */
    static final String COLUMNS = "id, token, order_id, product_id, quantity, expires_at, status";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_reservation_seq")
    @SequenceGenerator(name = "stock_reservation_seq", sequenceName = "stock_reservation_seq", allocationSize = 50)
    private long id;

    @Column(nullable = false, length = 40, updatable = false)
    private String token;

    @Column(name = "order_id")
    private @Nullable Long orderId;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long productId;

    @Column(nullable = false)
    private int quantity;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private HoldStatus status;

    /** The batch plan; kept by {@link Shelves}, which loads and saves it with the line. */
    @Transient
    private final List<Slice> slices = new ArrayList<>();

    @Transient
    private boolean changed;

    @Transient
    private boolean planChanged;

    @SuppressWarnings("NullAway.Init")
    protected HoldLine() {}

    /** A line that keeps nothing yet. */
    static HoldLine of(CartHold hold, ProductId product) {
        HoldLine line = new HoldLine();
        line.token = hold.token();
        line.productId = product.value();
        line.orderId = hold.orderId();
        line.expiresAt = hold.expiresAt();
        line.status = HoldStatus.RELEASED;
        return line;
    }

    /** The line as stored, from a row of {@link #COLUMNS}; its batch plan is another question. */
    static HoldLine read(ResultSet row) throws SQLException {
        HoldLine line = new HoldLine();
        line.id = row.getLong(1);
        line.token = Values.text(row, 2);
        line.orderId = Values.numberOrNull(row, 3);
        line.productId = row.getLong(4);
        line.quantity = row.getInt(5);
        line.expiresAt = Values.instant(row, 6);
        line.status = HoldStatus.valueOf(row.getString(7));
        return line;
    }

    /** Its id, once somebody writes it for the first time. */
    void numbered(long number) {
        id = number;
    }

    void loaded(Slice slice) {
        slices.add(slice);
    }

    /** Takes over what is said of the whole hold. */
    void follow(CartHold hold) {
        orderId = hold.orderId();
        expiresAt = hold.expiresAt();
        changed = true;
    }

    /** Keeps exactly these units, in this state. */
    void keep(int units, HoldStatus how, List<Slice> plan) {
        quantity = units;
        status = how;
        slices.clear();
        slices.addAll(plan);
        changed = true;
        planChanged = true;
    }

    /** Keeps nothing any more; the quantity stays as it was asked for. */
    void letGo(HoldStatus how) {
        status = how;
        slices.clear();
        changed = true;
        planChanged = true;
    }

    void becomes(HoldStatus how) {
        status = how;
        changed = true;
    }

    boolean isNew() {
        return id == 0;
    }

    boolean isChanged() {
        return changed;
    }

    boolean isPlanChanged() {
        return planChanged;
    }

    void saved() {
        changed = false;
        planChanged = false;
    }

    /** Is it kept, and still running? A committed line has no timer. */
    public boolean isLiveAt(Instant now) {
        return status == HoldStatus.COMMITTED || (status == HoldStatus.ACTIVE && expiresAt.isAfter(now));
    }

    boolean isLapsedAt(Instant now) {
        return status == HoldStatus.ACTIVE && !expiresAt.isAfter(now);
    }

    public int unitsOf(BatchId batch) {
        return slices.stream()
                .filter(s -> s.batch().equals(batch))
                .mapToInt(Slice::quantity)
                .sum();
    }

    public long id() {
        return id;
    }

    public String token() {
        return token;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Long orderId() {
        return orderId;
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    public int quantity() {
        return quantity;
    }

    public HoldStatus status() {
        return status;
    }

    public List<Slice> slices() {
        return List.copyOf(slices);
    }
}
