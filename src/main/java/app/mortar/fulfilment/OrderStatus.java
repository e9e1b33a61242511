package app.mortar.fulfilment;

import java.util.EnumSet;
import java.util.Set;

/** The states of an order. Forward in this order, steps may be skipped; cancelled before dispatch, returned after. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    PICKING,
    PACKED,
    DISPATCHED,
    DELIVERED,
    CANCELLED,
    RETURNED;

    private static final Set<OrderStatus> BEFORE_DISPATCH = EnumSet.range(PENDING, PACKED);
    private static final Set<OrderStatus> PROMISED = EnumSet.range(CONFIRMED, PACKED);
    private static final Set<OrderStatus> GONE = EnumSet.of(DISPATCHED, DELIVERED);
    private static final Set<OrderStatus> CARRIED = EnumSet.range(PICKING, DELIVERED);

    /** Is the step lawful? Staying is no step. */
    public boolean mayBecome(OrderStatus next) {
        return switch (next) {
            case CANCELLED -> BEFORE_DISPATCH.contains(this);
            case RETURNED -> GONE.contains(this);
            default -> compareTo(DELIVERED) < 0 && next.compareTo(this) > 0;
        };
    }

    /** Is the step one of whoever picks: something promised goes from the shelf towards the customer? */
    public boolean isCarriedTo(OrderStatus next) {
        return (isPromised() || hasLeft()) && CARRIED.contains(next);
    }

    /** Confirmed and not yet dispatched: units are committed to it. */
    public boolean isPromised() {
        return PROMISED.contains(this);
    }

    /** Have the units left the shelf with this state? */
    public boolean hasLeft() {
        return GONE.contains(this);
    }
}
