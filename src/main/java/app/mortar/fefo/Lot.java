package app.mortar.fefo;

import app.mortar.kernel.BatchId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A batch as the picking rule sees it: numbers and a date, no database.
 *
 * @param expiry the last day is the day before; null only for products that do not expire
 * @param quantity units physically there
 * @param reserved of these, kept for carts and orders
 * @param quarantined of these, set aside
 */
public record Lot(
        BatchId batch,
        @Nullable LocalDate expiry,
        Instant receivedAt,
        int quantity,
        int reserved,
        int quarantined,
        boolean recalled) {

    /** May units of this lot be sold at all on that day? A lot is expired on its expiry date itself. */
    public boolean isGoodOn(LocalDate today) {
        return !recalled && (expiry == null || expiry.isAfter(today));
    }

    /** Units that may be sold at all: low stock and stock-outs are judged on these. */
    public int goodUnits(LocalDate today) {
        return isGoodOn(today) ? quantity - quarantined : 0;
    }

    /** Units that may still be promised or picked. */
    public int freeUnits(LocalDate today) {
        return isGoodOn(today) ? quantity - quarantined - reserved : 0;
    }
}
