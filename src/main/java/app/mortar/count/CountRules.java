package app.mortar.count;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * When a count is not believed at once.
 *
 * @param recountUnits a difference up to this many units is never counted a second time
 * @param recountPercent beyond that, one above so many percent of what was expected is
 * @param anotherUnits a difference above this many units is approved by somebody else than the counter
 * @param anotherValue so is one that is worth more than this, at batch cost
 */
public record CountRules(int recountUnits, int recountPercent, int anotherUnits, BigDecimal anotherValue) {
    /** Two units or 10 %; twenty units or 50 000. */
    public static final CountRules STANDARD = new CountRules(2, 10, 20, BigDecimal.valueOf(50_000));

    /** Is it so far off that somebody should look again before anybody believes it? */
    boolean asksForRecount(int expected, int counted) {
        long difference = Math.abs((long) counted - expected);
        return difference > recountUnits && difference * 100 > (long) expected * recountPercent;
    }

    /** Must somebody else than the counter approve it? */
    boolean asksForAnother(boolean controlled, int difference, @Nullable BigDecimal unitCost) {
        if (difference == 0) {
            return false;
        }
        long units = Math.abs((long) difference);
        boolean dear =
                unitCost != null && unitCost.multiply(BigDecimal.valueOf(units)).compareTo(anotherValue) > 0;
        return controlled || units > anotherUnits || dear;
    }
}
