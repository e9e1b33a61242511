package app.mortar.report;

import app.mortar.stock.FefoMark;
import app.mortar.stock.MovementType;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * What has left the shelves since the books began. The ledger is only ever added to, so what is older than a while is
 * summed once in the life of this process, and only what came since is summed again: a ledger of millions of rows
 * costs no more than a new one.
 */
final class LedgerTotals {
    /** No transaction books a moment that is longer ago than this. */
    private static final Duration SETTLED = Duration.ofMinutes(10);

    /** What units have in common. */
    record Kind(
            MovementType type,
            @Nullable FefoMark fefo,
            @Nullable String reason) {}

    private final Map<Kind, Long> settled = new HashMap<>();
    private Instant settledTo = Instant.EPOCH;

    /** Units of each kind of {@code OUT} and {@code WASTE} row, as positive numbers. */
    synchronized Map<Kind, Long> read(Tx tx) {
        Instant edge = tx.now().minus(SETTLED);
        if (edge.isAfter(settledTo)) {
            merge(rows(tx, "at >= :from and at < :to", settledTo).setParameter("to", edge), settled);
            settledTo = edge;
        }
        Map<Kind, Long> totals = new HashMap<>(settled);
        merge(rows(tx, "at >= :from", settledTo), totals);
        return totals;
    }

    private static NativeQuery<Object[]> rows(Tx tx, String when, Instant from) {
        return tx.session()
                .createNativeQuery(
                        "select type, fefo, reason, -sum(quantity) from inventory_movement where " + when
                                + " and type in ('OUT', 'WASTE') group by type, fefo, reason",
                        Object[].class)
                .setParameter("from", from);
    }

    private static void merge(NativeQuery<Object[]> rows, Map<Kind, Long> totals) {
        rows.getResultList().forEach(row -> totals.merge(kind(row), ((Number) row[3]).longValue(), Long::sum));
    }

    private static Kind kind(Object[] row) {
        return new Kind(
                MovementType.valueOf((String) row[0]),
                row[1] == null ? null : FefoMark.valueOf((String) row[1]),
                (String) row[2]);
    }
}
