package app.mortar.expiry;

import org.jspecify.annotations.Nullable;

/**
 * How much to order of a product that is short: what fills it up to its minimum or to four weeks' use, whichever is
 * more; twice the minimum while its use is unknown. Whole reorder quantities, where the product has one.
 */
final class Suggestion {
    private static final int DAYS = 28;

    private Suggestion() {}

    static int of(int minimum, int usable, @Nullable Integer reorderQuantity, Use use) {
        long wanted = use.days() < Use.FEWEST_DAYS
                ? 2L * minimum
                : Math.max(minimum, Math.ceilDiv((long) DAYS * use.units(), use.days()));
        long pack = reorderQuantity == null ? 1 : reorderQuantity;
        return Math.toIntExact(Math.ceilDiv(Math.max(0, wanted - usable), pack) * pack);
    }
}
