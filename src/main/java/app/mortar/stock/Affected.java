package app.mortar.stock;

import app.mortar.kernel.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * A promise that had to move because its units may not be sold any more.
 *
 * @param token of the hold
 * @param orderId of the order that stands behind it, once that is confirmed
 * @param quantity units concerned
 */
public record Affected(
        String token, @Nullable Long orderId, ProductId product, String sku, int quantity, Outcome outcome) {
    /** What became of the promise. */
    public enum Outcome {
        /** Other units were found, in first-expiry-first-out order. */
        REPLANNED,
        /** There are no others: the hold is released, or the order is short. */
        BROKEN
    }
}
