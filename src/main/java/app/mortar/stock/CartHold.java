package app.mortar.stock;

import app.mortar.store.Values;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units kept for a whole cart, under one unguessable token. Changed only under the locks of all products of its
 * lines, so that two acts on one hold always meet.
 */
@Entity
@Table(name = "cart_hold")
public class CartHold {
    /** What {@link #read} reads. */
    public static final String COLUMNS =
            "token, owner, cart_id, live_cart, order_ref, order_id, status, expires_at, created_at,"
                    + " closed_at, released_reason";

    /** So many columns they are. */
    public static final int READ = 11;

    @Id
    private String token;

    @Column(nullable = false, length = 80, updatable = false)
    private String owner;

    @Column(name = "cart_id", length = 100)
    private @Nullable String cartId;

    /** Owner and cart id while this is the cart's hold; unique, so a cart has one. */
    @Column(name = "live_cart", length = 200)
    private @Nullable String liveCart;

    @Column(name = "order_ref", length = 100)
    private @Nullable String orderRef;

    @Column(name = "order_id")
    private @Nullable Long orderId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private HoldStatus status;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "released_reason", length = 200)
    private @Nullable String releasedReason;

    @SuppressWarnings("NullAway.Init")
    protected CartHold() {}

    private CartHold(String token, String owner, HoldStatus status, Instant expiresAt, Instant createdAt) {
        this.token = token;
        this.owner = owner;
        this.status = status;
        this.expiresAt = expiresAt;
        this.createdAt = createdAt;
    }

    /** The hold as stored, from a row that begins with {@link #COLUMNS}. */
    public static CartHold read(ResultSet row) throws SQLException {
        CartHold hold = new CartHold(
                Values.text(row, 1),
                Values.text(row, 2),
                HoldStatus.valueOf(row.getString(7)),
                Values.instant(row, 8),
                Values.instant(row, 9));
        hold.cartId = row.getString(3);
        hold.liveCart = row.getString(4);
        hold.orderRef = row.getString(5);
        hold.orderId = Values.numberOrNull(row, 6);
        hold.closedAt = Values.instantOrNull(row, 10);
        hold.releasedReason = row.getString(11);
        return hold;
    }

    /** A cart proceeds to checkout: its units are kept until {@code now + ttl}. */
    public static CartHold forCart(
            String token, String owner, @Nullable String cartId, @Nullable String orderRef, Instant now, Duration ttl) {
        CartHold hold = new CartHold(token, owner, HoldStatus.ACTIVE, now.plus(ttl), now);
        hold.orderRef = orderRef;
        hold.nameCart(cartId);
        return hold;
    }

    /** An order is confirmed that no cart held units for. */
    public static CartHold forOrder(String token, String owner, String orderRef, long orderId, Instant now) {
        CartHold hold = new CartHold(token, owner, HoldStatus.COMMITTED, now, now);
        hold.orderRef = orderRef;
        hold.orderId = orderId;
        return hold;
    }

    /** The value that makes a cart's hold unique. */
    public static String liveCart(String owner, String cartId) {
        return owner + " " + cartId;
    }

    /** Names the cart this hold is for. */
    public void nameCart(@Nullable String cart) {
        if (cart != null) {
            cartId = cart;
            liveCart = liveCart(owner, cart);
        }
    }

    public void nameOrderRef(@Nullable String reference) {
        if (reference != null) {
            orderRef = reference;
        }
    }

    /** The timer starts again from {@code now}; a hold that had run out lives again. */
    public void extend(Instant now, Duration ttl) {
        status = HoldStatus.ACTIVE;
        expiresAt = now.plus(ttl);
        closedAt = null;
    }

    public void expire(Instant now) {
        close(HoldStatus.EXPIRED, now);
    }

    /** Given back, or broken, for the reason that is told to its owner. */
    public void release(Instant now, @Nullable String reason) {
        close(HoldStatus.RELEASED, now);
        releasedReason = reason;
    }

    /** An order stands behind this hold, though the timer still runs. */
    public void belongsTo(long order) {
        orderId = order;
    }

    /** The order is confirmed: no timer any more. */
    public void commit(long order) {
        status = HoldStatus.COMMITTED;
        orderId = order;
        liveCart = null;
        closedAt = null;
    }

    public void fulfil(Instant now) {
        close(HoldStatus.FULFILLED, now);
    }

    private void close(HoldStatus how, Instant now) {
        status = how;
        closedAt = now;
        liveCart = null;
    }

    /** The status at that moment: a hold is lapsed from its expiry on, whether anybody has swept it or not. */
    public HoldStatus statusAt(Instant now) {
        return status == HoldStatus.ACTIVE && !expiresAt.isAfter(now) ? HoldStatus.EXPIRED : status;
    }

    public boolean isLiveAt(Instant now) {
        return statusAt(now) == HoldStatus.ACTIVE;
    }

    public String token() {
        return token;
    }

    public String owner() {
        return owner;
    }

    public @Nullable String cartId() {
        return cartId;
    }

    /** Its cart's unique name while this is the cart's hold. */
    public @Nullable String liveCart() {
        return liveCart;
    }

    public @Nullable String orderRef() {
        return orderRef;
    }

    public @Nullable Long orderId() {
        return orderId;
    }

    public HoldStatus status() {
        return status;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    public @Nullable String releasedReason() {
        return releasedReason;
    }
}
