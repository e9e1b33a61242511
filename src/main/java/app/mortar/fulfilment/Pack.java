package app.mortar.fulfilment;

import app.mortar.kernel.Gtin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds in the hand at the shelf, as far as its code or the typed words say it.
 *
 * @param gtin null when only a batch number was typed
 * @param units packs of this kind, at least one
 */
public record Pack(
        @Nullable Gtin gtin,
        @Nullable String batchNumber,
        @Nullable LocalDate expiryDate,
        int units) {
    public Pack {
        if (units < 1) {
            throw new IllegalArgumentException("At least one pack: " + units);
        }
        if (gtin == null && batchNumber == null) {
            throw new IllegalArgumentException("A pack has a product or a batch number.");
        }
    }
}
