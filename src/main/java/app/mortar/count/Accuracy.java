package app.mortar.count;

import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How well the books agree with the shelf (the plan's {@code stockAccuracyRate}, row 2.7): each counted batch against
 * what the books said of it at the moment of counting. Nothing is netted: five too many here do not make up for five
 * too few there.
 *
 * @param lines batches counted
 * @param exact of these, the ones that agreed to the unit
 * @param expected units that the books had of them
 * @param off units that shelf and books differ by, in either direction
 */
public record Accuracy(long lines, long exact, long expected, long off) {
    /** Nothing was counted. */
    public static final Accuracy NOTHING = new Accuracy(0, 0, 0, 0);

    /**
     * Lines of {@code count_line c} that count: not those that a recount replaced or waits for, not those that the
     * approver sent back, none of a round that was called off.
     */
    public static final String STANDS_SQL = """
            (c.status in ('COUNTED', 'APPROVED')
             and exists (select 1 from count_round cr where cr.id = c.round_id and cr.status <> 'CANCELLED'))""";

    private static final int DECIMALS = 6;

    /** The same and one more batch. */
    public Accuracy and(int wereExpected, int wereCounted) {
        int difference = Math.abs(wereCounted - wereExpected);
        return new Accuracy(lines + 1, exact + (difference == 0 ? 1 : 0), expected + wereExpected, off + difference);
    }

    /** 1 − off ÷ expected, never below 0; null when nothing was expected to be there. */
    public @Nullable BigDecimal ofUnits() {
        return expected == 0 ? null : rate(Math.max(0, expected - off), expected);
    }

    /** Exact lines ÷ lines; null when nothing was counted. */
    public @Nullable BigDecimal ofLines() {
        return lines == 0 ? null : rate(exact, lines);
    }

    private static BigDecimal rate(long part, long whole) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Of everything counted from {@code from} on and before {@code to}. */
    public static Accuracy between(Tx tx, Instant from, Instant to) {
        if (!tx.actor().may(Permission.SEE_METRICS)) {
            tx.actor().must(Permission.SEE_STOCK);
        }
        Object[] sums = tx.session()
                .createNativeQuery("""
                        select count(*), coalesce(sum(case when c.counted = c.expected then 1 else 0 end), 0),
                          coalesce(sum(c.expected), 0), coalesce(sum(abs(c.counted - c.expected)), 0)
                        from count_line c where c.counted_at >= :from and c.counted_at < :to and %s""".formatted(STANDS_SQL), Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return of(sums);
    }

    static Accuracy of(Object[] sums) {
        return new Accuracy(number(sums[0]), number(sums[1]), number(sums[2]), number(sums[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
