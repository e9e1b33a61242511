package app.mortar;

import app.mortar.http.MetricsRoutes;
import app.mortar.http.Route;
import app.mortar.kernel.Actor;
import app.mortar.metrics.Meters;
import app.mortar.metrics.Prometheus;
import app.mortar.metrics.Remembered;
import app.mortar.report.Figures;
import app.mortar.report.RateDesk;
import app.mortar.reservation.CountedVerdicts;
import app.mortar.store.Transactions;
import java.util.List;

/** Everything about a server that can be measured, put together: what this process does, and what the books say. */
public final class Monitoring {
    private final Prometheus prometheus = new Prometheus();
    private final MetricsRoutes routes;

    /** @param agent reads the figures from the database */
    public Monitoring(Transactions transactions, CountedVerdicts verdicts, Actor agent) {
        Figures figures = new Figures();
        prometheus.show(new Remembered(
                () -> {
                    verdicts.write();
                    return transactions.read(agent, figures::read);
                },
                Remembered.Ages.USUAL,
                System::nanoTime));
        this.routes = new MetricsRoutes(prometheus, new RateDesk(), transactions, verdicts::write);
    }

    /** Where the rooms of this process leave what they measure. */
    public Meters meters() {
        return prometheus;
    }

    public List<Route> routes() {
        return routes.routes();
    }
}
