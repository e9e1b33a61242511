package app.mortar.http;

import app.mortar.kernel.Permission;
import app.mortar.metrics.Prometheus;
import app.mortar.report.PlanRates;
import app.mortar.report.RateDesk;
import app.mortar.stock.OversellIncident;
import app.mortar.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the pharmacy does: for Prometheus, and for people by the plan's own names. */
public final class MetricsRoutes {
    private static final int MOST_DAYS = 3660;
    private static final int USUAL_DAYS = 30;

    private final Prometheus prometheus;
    private final RateDesk desk;
    private final Transactions transactions;
    private final Runnable beforehand;

    /** @param beforehand writes down what this process has counted and not written yet */
    public MetricsRoutes(Prometheus prometheus, RateDesk desk, Transactions transactions, Runnable beforehand) {
        this.prometheus = prometheus;
        this.desk = desk;
        this.transactions = transactions;
        this.beforehand = beforehand;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/metrics", Permission.SEE_METRICS, this::text),
                Route.get("/api/metrics/summary", Permission.SEE_METRICS, this::summary));
    }

    private Reply text(Call call) {
        return new Reply(200, Prometheus.MEDIA_TYPE, prometheus.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The days that the rates are about, both included. */
    record Period(int days, LocalDate from, LocalDate to) {}

    /** The rates as the API shows them. */
    record Summary(
            Period period,
            @Nullable Double reservationSuccessRate,
            long oversellIncidents,
            Map<String, Long> oversellIncidentsByCause,
            @Nullable Double stockAccuracyRate,
            @Nullable Double lowStockAlertDeliveryRate,
            long stockoutIncidents,
            @Nullable Double expiredWasteRate,
            @Nullable Double fifoComplianceRate,
            long fifoOverrideUnits) {
        static Summary of(int days, PlanRates rates) {
            return new Summary(
                    new Period(days, rates.from(), rates.to()),
                    rates.reservationSuccessRate(),
                    rates.oversellIncidents(),
                    words(rates.oversellByCause()),
                    rates.stockAccuracyRate(),
                    rates.lowStockAlertDeliveryRate(),
                    rates.stockoutIncidents(),
                    rates.expiredWasteRate(),
                    rates.fifoComplianceRate(),
                    rates.fifoOverrideUnits());
        }

        private static Map<String, Long> words(Map<OversellIncident.Cause, Long> causes) {
            Map<String, Long> words = new TreeMap<>();
            causes.forEach((cause, incidents) -> words.put(cause.name().toLowerCase(Locale.ROOT), incidents));
            return words;
        }
    }

    private Reply summary(Call call) {
        int days = call.query(query -> query.integer("days", 1, MOST_DAYS).or(USUAL_DAYS));
        beforehand.run();
        return call.json(200, Summary.of(days, transactions.read(call.actor(), tx -> desk.over(tx, days))));
    }
}
