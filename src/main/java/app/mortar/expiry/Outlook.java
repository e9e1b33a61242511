package app.mortar.expiry;

import app.mortar.kernel.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A product, what is there of it, and how long that lasts.
 *
 * @param onHand all units that are physically there
 * @param good of these, the ones that may be sold at all
 * @param held of the good ones, kept for carts and orders
 * @param worth of all units at cost, as far as their cost is known; null when it is of none
 */
public record Outlook(
        ProductId id,
        String sku,
        String name,
        @Nullable String category,
        @Nullable String supplier,
        @Nullable String shelf,
        boolean active,
        int minimum,
        @Nullable Integer reorderQuantity,
        int onHand,
        int good,
        int held,
        @Nullable BigDecimal worth,
        Use use) {
    /** Units that may be promised now. */
    public int usable() {
        return good - held;
    }

    public Severity severity() {
        return Severity.of(active, minimum, good, usable(), use);
    }

    /** How many days the usable units last. */
    public OptionalDouble cover() {
        return use.cover(usable());
    }

    /** The day on which they run out: today when nothing is left, null when nobody can tell. */
    public @Nullable LocalDate runsOut(LocalDate today) {
        return usable() <= 0 ? today : use.runsOut(usable(), today);
    }

    /** Units to order now. */
    public int suggestedOrder() {
        return Suggestion.of(minimum, usable(), reorderQuantity, use);
    }
}
