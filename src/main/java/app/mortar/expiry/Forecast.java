package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which units will not sell in time: the batches of a product are sold one after the other, first expiry first, at
 * the rate at which it goes, and what is left of each when its expiry date comes is waste. Pure; a batch that expires
 * on a day is not sold on it.
 */
public final class Forecast {
    private static final double NEARLY_A_UNIT = 1e-9;
    private static final int SOON = 14;
    private static final int SUPPLIERS_TAKE_BACK = 60;

    private Forecast() {}

    /** What can be done about units that will not sell. */
    public enum Act {
        /** There is time for the supplier to take them. */
        RETURN_TO_SUPPLIER,
        /** Sell faster: reduced, or moved to where they go. */
        REDUCE_PRICE,
        /** Too late for most: at the counter first, and expect to write the rest off. */
        SELL_FIRST
    }

    /**
     * Units of a batch that will be left on its expiry date.
     *
     * @param units how many, of those good now
     * @param daysLeft days on which it may still be sold, today among them
     */
    public record Leftover(BatchId batch, LocalDate expiry, int units, long daysLeft, Act act) {}

    /**
     * Runs the batches forward.
     *
     * @param lots of one product; what may not be sold is left out of account
     * @param perDay units that go each day; 0 when nothing does
     */
    public static List<Leftover> of(Collection<Lot> lots, double perDay, LocalDate today) {
        List<Leftover> left = new ArrayList<>();
        double sold = 0;
        for (Lot lot : lots.stream().sorted(Fefo.ORDER).toList()) {
            int good = lot.goodUnits(today);
            LocalDate expiry = lot.expiry();
            if (good <= 0 || expiry == null) {
                continue;
            }
            long days = ChronoUnit.DAYS.between(today, expiry);
            double sells = Math.clamp(perDay * days - sold, 0, good);
            sold += sells;
            int units = good - (int) Math.floor(sells + NEARLY_A_UNIT);
            if (units > 0) {
                left.add(new Leftover(lot.batch(), expiry, units, days, act(days)));
            }
        }
        return left;
    }

    private static Act act(long days) {
        return days > SUPPLIERS_TAKE_BACK ? Act.RETURN_TO_SUPPLIER : days > SOON ? Act.REDUCE_PRICE : Act.SELL_FIRST;
    }
}
