package app.mortar.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How close a batch is to its expiry, in whole days, limits included: the plan's marks at 90, 30 and 7 days. */
public enum ExpiryStage {
    NONE,
    D90,
    D30,
    D7,
    EXPIRED;

    /** The stage on that day; a batch without a date has none. On the expiry date itself it is expired. */
    public static ExpiryStage of(@Nullable LocalDate expiry, LocalDate today) {
        if (expiry == null) {
            return NONE;
        }
        long days = ChronoUnit.DAYS.between(today, expiry);
        if (days <= 0) {
            return EXPIRED;
        }
        return days <= 7 ? D7 : days <= 30 ? D30 : days <= 90 ? D90 : NONE;
    }
}
