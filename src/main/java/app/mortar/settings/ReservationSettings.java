package app.mortar.settings;

import java.time.Duration;

/**
 * How long and how much a cart may hold. 0, or {@link Duration#ZERO}, means no limit.
 *
 * @param ttl how long a hold lasts from its last refresh
 * @param sweepInterval how often lapsed holds are swept up
 * @param maxQuantityPerCart units in one cart
 * @param maxLines lines in one cart
 * @param maxOpenPerKey live holds of one API key
 * @param maxLifetime how long after its creation a hold can still be refreshed
 */
public record ReservationSettings(
        Duration ttl,
        Duration sweepInterval,
        int maxQuantityPerCart,
        int maxLines,
        int maxOpenPerKey,
        Duration maxLifetime) {
    static ReservationSettings from(Values values) {
        return new ReservationSettings(
                values.duration(Key.RESERVATION_TTL),
                values.duration(Key.RESERVATION_SWEEP_INTERVAL),
                values.number(Key.RESERVATION_MAX_QUANTITY),
                values.number(Key.RESERVATION_MAX_LINES),
                values.number(Key.RESERVATION_MAX_OPEN),
                values.durationOrOff(Key.RESERVATION_MAX_LIFETIME));
    }
}
