package app.mortar.report;

import app.mortar.count.Accuracy;
import app.mortar.kernel.Permission;
import app.mortar.stock.FefoMark;
import app.mortar.stock.OversellIncident;
import app.mortar.stock.SetAside;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan's seven metrics, from rows: every server says the same, and says it again after it was started anew. */
public final class RateDesk {
    /** Over so many days of the pharmacy, today being the last of them. */
    public PlanRates over(Tx tx, int days) {
        tx.actor().must(Permission.SEE_METRICS);
        LocalDate to = tx.today();
        LocalDate from = to.minusDays(days - 1L);
        Instant since = from.atStartOfDay(tx.zone()).toInstant();
        Verdicts verdicts = verdicts(tx, since);
        Map<OversellIncident.Cause, Long> incidents = incidents(tx, since);
        Left left = left(tx, since);
        return new PlanRates(
                from,
                to,
                rate(verdicts.granted, verdicts.granted + verdicts.refused),
                incidents.values().stream().mapToLong(Long::longValue).sum(),
                incidents,
                accuracy(tx, since),
                AlertFigures.deliveryRate(tx, since),
                AlertFigures.stockouts(tx, since),
                rate(left.expired, left.out + left.waste),
                rate(left.fefo, left.out),
                left.override);
    }

    /** How the messages about shortages went over so many days. */
    public AlertsTold told(Tx tx, int days) {
        tx.actor().must(Permission.SEE_METRICS);
        return AlertFigures.told(
                tx, tx.today().minusDays(days - 1L).atStartOfDay(tx.zone()).toInstant());
    }

    private static @Nullable Double rate(long part, long whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    /** What was counted since then against what the books said at that moment; null while nothing was. */
    static @Nullable Double accuracy(Tx tx, Instant since) {
        Object[] row = tx.session()
                .createNativeQuery("""
                        select coalesce(sum(c.expected), 0), coalesce(sum(abs(c.counted - c.expected)), 0)
                        from count_line c where c.counted_at >= :since and %s""".formatted(Accuracy.STANDS_SQL), Object[].class)
                .setParameter("since", since)
                .getSingleResult();
        long expected = ((Number) row[0]).longValue();
        return rate(Math.max(0, expected - ((Number) row[1]).longValue()), expected);
    }

    private record Verdicts(long granted, long refused) {}

    private static Verdicts verdicts(Tx tx, Instant since) {
        Object[] row = tx.session()
                .createNativeQuery("""
                        select coalesce(sum(granted), 0), coalesce(sum(refused), 0)
                        from reservation_minute where at >= :since""", Object[].class)
                .setParameter("since", since)
                .getSingleResult();
        return new Verdicts(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    private static Map<OversellIncident.Cause, Long> incidents(Tx tx, Instant since) {
        Map<OversellIncident.Cause, Long> incidents = new EnumMap<>(OversellIncident.Cause.class);
        for (OversellIncident.Cause cause : OversellIncident.Cause.values()) {
            incidents.put(cause, 0L);
        }
        tx.session()
                .createNativeQuery(
                        "select cause, count(*) from oversell_incident where at >= :since group by cause",
                        Object[].class)
                .setParameter("since", since)
                .getResultList()
                .forEach(row ->
                        incidents.put(OversellIncident.Cause.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return incidents;
    }

    /**
     * Units that left the shelf.
     *
     * @param out sold, corrections taken off
     * @param fefo of these, from the batch that FEFO named
     * @param override of these, from another one, on somebody's word
     * @param waste written off, for whatever reason
     * @param expired of these, because they had expired
     */
    private record Left(long out, long fefo, long override, long waste, long expired) {}

    private static Left left(Tx tx, Instant since) {
        List<Object[]> rows = tx.session()
                .createNativeQuery("""
                        select type, fefo, reason, -sum(quantity) from inventory_movement
                        where at >= :since and type in ('OUT', 'WASTE') group by type, fefo, reason""", Object[].class)
                .setParameter("since", since)
                .getResultList();
        return new Left(
                units(rows, 0, "OUT"),
                units(rows, 1, FefoMark.YES.name()),
                units(rows, 1, FefoMark.OVERRIDE.name()),
                units(rows, 0, "WASTE"),
                units(rows, 2, SetAside.Reason.EXPIRED.name()));
    }

    private static long units(List<Object[]> rows, int column, String word) {
        return rows.stream()
                .filter(row -> word.equals(row[column]))
                .mapToLong(row -> ((Number) row[3]).longValue())
                .sum();
    }
}
