package app.mortar.reservation;

import java.time.Duration;

/**
 * The pharmacy's rules for holds; 0 turns a limit off.
 *
 * @param ttl how long units are kept
 * @param maxQuantityPerCart units in one hold, over all lines
 * @param maxOpenPerKey live holds of one API key
 * @param maxLifetime how long after its creation a hold can still be refreshed
 */
public record Limits(Duration ttl, int maxQuantityPerCart, int maxOpenPerKey, Duration maxLifetime) {
    /** As the contract sets them out. */
    public static final Limits STANDARD = new Limits(Duration.ofMinutes(15), 1000, 10_000, Duration.ofHours(2));
}
