package app.mortar.expiry;

/** How short a product is, from bad to good; judged on good units, as its minimum is (plan rows 3.2 and 3.5). */
public enum Severity {
    /** No good unit is left. */
    OUT,
    /** Below half the minimum in units that may be promised, or gone in less than three days. */
    CRITICAL,
    /** Below the minimum. */
    LOW,
    /** At the minimum or above. */
    ENOUGH,
    /** Has no minimum, or is not sold any more. */
    UNWATCHED;

    private static final int CRITICAL_DAYS = 3;

    /**
     * Where a product stands.
     *
     * @param good units that may be sold at all
     * @param usable of these, the ones nobody has been promised
     */
    public static Severity of(boolean active, int minimum, int good, int usable, Use use) {
        if (!active || minimum == 0) {
            return UNWATCHED;
        }
        if (good >= minimum) {
            return ENOUGH;
        }
        if (good <= 0) {
            return OUT;
        }
        boolean critical = 2L * usable < minimum || use.cover(usable).orElse(CRITICAL_DAYS) < CRITICAL_DAYS;
        return critical ? CRITICAL : LOW;
    }

    /** Is the product below its minimum? */
    public boolean isShort() {
        return compareTo(LOW) <= 0;
    }
}
