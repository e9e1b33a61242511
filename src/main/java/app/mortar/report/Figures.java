package app.mortar.report;

import app.mortar.kernel.Permission;
import app.mortar.metrics.Reading;
import app.mortar.stock.FefoMark;
import app.mortar.stock.MovementType;
import app.mortar.stock.OversellIncident;
import app.mortar.stock.SetAside;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What the pharmacy's monitoring reads from the database. It is the same on every server and goes on after a start, so
 * of several servers take the greatest, never the sum. Each series that there can be is there from the first, with 0.
 */
public final class Figures {
    private static final Duration COUNTED_LATELY = Duration.ofDays(30);

    private final LedgerTotals ledger = new LedgerTotals();

    /** All of them, as they are now. */
    public List<Reading> read(Tx tx) {
        tx.actor().must(Permission.SEE_METRICS);
        List<Reading> all = new ArrayList<>();
        all.add(reservations(tx));
        all.add(incidents(tx));
        all.addAll(units(ledger.read(tx)));
        all.add(liveHolds(tx));
        accuracy(tx).ifPresent(all::add);
        all.addAll(AlertFigures.read(tx));
        all.addAll(AgentFigures.read(tx));
        return all;
    }

    private static Reading reservations(Tx tx) {
        Object[] row = tx.session()
                .createNativeQuery(
                        "select coalesce(sum(granted), 0), coalesce(sum(refused), 0) from reservation_minute",
                        Object[].class)
                .getSingleResult();
        return Reading.Total.by(
                "mortar_reservation_requests",
                "reservationSuccessRate is granted / (granted + refused): requests for units that stock has answered",
                "outcome",
                Map.of("granted", (Number) row[0], "refused", (Number) row[1]));
    }

    private static Reading incidents(Tx tx) {
        Map<String, Number> incidents = zeros(OversellIncident.Cause.values());
        tx.session()
                .createNativeQuery("select cause, count(*) from oversell_incident group by cause", Object[].class)
                .getResultList()
                .forEach(row -> incidents.put(word((String) row[0]), (Number) row[1]));
        return Reading.Total.by(
                "mortar_oversell_incidents",
                "oversellIncidents: promises that stock could not keep; concurrency must stay 0",
                "cause",
                incidents);
    }

    private static List<Reading> units(Map<LedgerTotals.Kind, Long> totals) {
        Map<String, Number> wasted = zeros(SetAside.Reason.values());
        for (SetAside.Reason reason : SetAside.Reason.values()) {
            wasted.put(
                    word(reason.name()),
                    sum(
                            totals,
                            kind -> kind.type() == MovementType.WASTE
                                    && reason.name().equals(kind.reason())));
        }
        return List.of(
                Reading.Total.by(
                        "mortar_waste_units",
                        "expiredWasteRate is expired / (units out + all of these): units written off",
                        "reason",
                        wasted),
                Reading.Total.by(
                        "mortar_fifo_units",
                        "fifoComplianceRate is yes / all of these: units out, by whether FEFO named their batch",
                        "compliant",
                        Map.of(
                                "yes", sum(totals, kind -> kind.fefo() == FefoMark.YES),
                                "override", sum(totals, kind -> kind.fefo() == FefoMark.OVERRIDE),
                                "no", sum(totals, kind -> kind.fefo() == FefoMark.NO))),
                Reading.Total.of(
                        "mortar_units_out",
                        "Units that were dispatched",
                        sum(totals, kind -> kind.type() == MovementType.OUT)));
    }

    private static long sum(Map<LedgerTotals.Kind, Long> totals, Predicate<LedgerTotals.Kind> which) {
        return totals.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Optional<Reading> accuracy(Tx tx) {
        return Optional.ofNullable(RateDesk.accuracy(tx, tx.now().minus(COUNTED_LATELY)))
                .map(rate -> Reading.Level.of(
                        "mortar_stock_accuracy_ratio",
                        "stockAccuracyRate of what was counted in the last 30 days",
                        rate));
    }

    private static Reading liveHolds(Tx tx) {
        Long live = tx.session()
                .createSelectionQuery(
                        "select count(*) from CartHold h where h.status = ACTIVE and h.expiresAt > :now", Long.class)
                .setParameter("now", tx.now())
                .getSingleResult();
        return Reading.Level.of("mortar_live_holds", "Carts that hold units now", live);
    }

    private static Map<String, Number> zeros(Enum<?>[] words) {
        Map<String, Number> zeros = new TreeMap<>();
        for (Enum<?> word : words) {
            zeros.put(word(word.name()), 0);
        }
        return zeros;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
