package app.mortar.fefo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * First expiry, first out: the earliest expiry date first, lots without one last, then the one received first, then
 * the lowest id. A total order, the same on every database (the plan calls it FIFO; rows 4.3 and 4.4).
 */
public final class Fefo {
    /** Which lot goes before which. */
    public static final Comparator<Lot> ORDER = Comparator.comparing(
                    Lot::expiry, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Lot::receivedAt)
            .thenComparing(Lot::batch);

    /**
     * The same rule of "good" as {@link Lot#isGoodOn}, for lists and checks over table {@code inventory_batch b} with
     * the pharmacy's day as parameter {@code :today}. A test holds the two against each other on both databases.
     */
    public static final String GOOD_BATCH_SQL =
            "(b.status = 'AVAILABLE' and (b.expiry_date is null or b.expiry_date > :today))";

    /**
     * On how many days from {@code :first} on units of {@code inventory_batch b} may be sold as far as their date goes:
     * 0 or less once it has come, null without one. For counting days; whether a batch is good is said above.
     */
    public static final String GOOD_DAYS_SQL = """
            cast((extract(epoch from b.expiry_date) - extract(epoch from cast(:first as date))) / 86400 as integer)""";

    /**
     * Good batches whose last day comes soon: those that expire until the day {@code :until}, limit included. For lists
     * and alerts, as {@link #GOOD_BATCH_SQL}.
     */
    public static final String EXPIRES_SOON_SQL = "(b.expiry_date <= :until and " + GOOD_BATCH_SQL + ")";

    /** The same order as {@link #ORDER}, for lists over {@code inventory_batch b}. */
    public static final String ORDER_SQL = "b.expiry_date nulls last, b.received_at, b.id";

    private Fefo() {}

    /** Which units of {@code lots} go to someone who wants {@code wanted}, all of them or none. */
    public static Allocation allocate(long wanted, Collection<Lot> lots, LocalDate today) {
        int available = free(lots, today);
        if (available < wanted) {
            return new Allocation.Shortfall(available);
        }
        List<Pick> picks = new ArrayList<>();
        int missing = (int) wanted;
        for (Lot lot : inOrder(lots)) {
            int taken = Math.min(missing, lot.freeUnits(today));
            if (taken > 0) {
                picks.add(new Pick(lot.batch(), taken));
                missing -= taken;
            }
        }
        return new Allocation.Filled(picks);
    }

    /** All units of {@code lots} that may still be promised on that day. */
    public static int free(Collection<Lot> lots, LocalDate today) {
        return Math.toIntExact(
                lots.stream().mapToLong(lot -> lot.freeUnits(today)).sum());
    }

    private static List<Lot> inOrder(Collection<Lot> lots) {
        return lots.stream().sorted(ORDER).toList();
    }
}
