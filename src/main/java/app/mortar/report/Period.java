package app.mortar.report;

import app.mortar.kernel.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Days of the pharmacy, the first and the last one included. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (from.isAfter(to)) {
            throw new InvalidInput("from", "is " + from + ", which is after the last day, " + to);
        }
    }

    /** The days asked for; without a last day up to today, without a first one from the beginning of that month. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate last = to != null ? to : from != null && from.isAfter(today) ? from : today;
        return new Period(from != null ? from : last.withDayOfMonth(1), last);
    }

    /** The first moment. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
