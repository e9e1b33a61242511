package app.mortar.expiry;

import java.time.LocalDate;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How fast a product goes: units sold less units brought back, on the days on which there was something to sell.
 *
 * @param units in the last {@link #WINDOW} whole days; never negative
 * @param days of these, the ones with good units on the shelf; a day without says nothing about demand
 */
public record Use(int units, int days) {
    /** Whole days looked back upon, not counting today. */
    public static final int WINDOW = 90;

    /** Fewer days in stock than this, and nothing is concluded. */
    public static final int FEWEST_DAYS = 14;

    /** Nothing is known. */
    public static final Use UNKNOWN = new Use(0, 0);

    public Use {
        units = Math.max(0, units);
    }

    /** Units a day; empty while too little is known. */
    public OptionalDouble perDay() {
        return days < FEWEST_DAYS ? OptionalDouble.empty() : OptionalDouble.of((double) units / days);
    }

    /** How many days {@code usable} units last; empty while that is unknown, or while nothing is sold. */
    public OptionalDouble cover(int usable) {
        double rate = perDay().orElse(0);
        return rate == 0 ? OptionalDouble.empty() : OptionalDouble.of(usable / rate);
    }

    /** The day on which they run out; null when that is unknown or further away than a calendar shows. */
    public @Nullable LocalDate runsOut(int usable, LocalDate today) {
        OptionalDouble cover = cover(usable);
        return cover.isEmpty() || cover.getAsDouble() > 3650 ? null : today.plusDays((long) cover.getAsDouble());
    }
}
