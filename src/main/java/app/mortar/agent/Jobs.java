package app.mortar.agent;

import app.mortar.alert.DeliveryReports;
import app.mortar.alert.Dispatch;
import app.mortar.alert.ExpiryWatch;
import app.mortar.alert.LowStockWatch;
import app.mortar.alert.Reminders;
import app.mortar.books.Books;
import app.mortar.books.CheckLog;
import app.mortar.books.Report;
import app.mortar.kernel.Actor;
import app.mortar.reservation.ClosedHolds;
import app.mortar.reservation.ReservationDesk;
import app.mortar.settings.Settings;
import app.mortar.stock.DayChange;
import app.mortar.store.Idempotency;
import app.mortar.store.Transactions;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every job there is, on one page.
 *
 * @param lowStock finds products that are low
 * @param expiry finds batches that come near their expiry
 * @param dispatch sends what the outbox holds
 */
public record Jobs(
        Transactions transactions,
        Actor agent,
        Supplier<Settings> settings,
        ReservationDesk reservations,
        Idempotency idempotency,
        LowStockWatch lowStock,
        ExpiryWatch expiry,
        Reminders reminders,
        Dispatch dispatch,
        Books books) {
    /** The name of the housekeeping in its mark. */
    public static final String HOUSEKEEPING = "housekeeping";

    /** The name of the nightly check in its mark. */
    public static final String CHECK = "check";

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    List<Job> all() {
        return List.of(
                Job.strictlyEvery(() -> settings.get().reservation().sweepInterval(), ReservationDesk.JOB, this::sweep),
                Job.eachDay(() -> LocalTime.MIDNIGHT, DayChange.JOB, this::dayChange),
                Job.every(() -> settings.get().alerts().lowStock().interval(), LowStockWatch.JOB, this::findLow),
                Job.every(() -> Duration.ofMinutes(1), Reminders.JOB, this::remind),
                Job.eachDay(() -> settings.get().alerts().expiry().checkTime(), ExpiryWatch.JOB, this::expiring),
                Job.every(() -> settings.get().alerts().messages().dispatchInterval(), Dispatch.JOB, dispatch::wake),
                Job.every(() -> Duration.ofHours(1), HOUSEKEEPING, this::keepHouse),
                Job.eachDay(() -> NIGHT, CHECK, this::check));
    }

    private void sweep() {
        int swept = reservations.sweep(transactions, agent);
        if (swept > 0) {
            LOG.info("{} holds had run out; their units are free.", swept);
        }
    }

    /** What may not be sold from today on is promised to nobody, and may be the last there was. */
    private void dayChange() {
        new DayChange(transactions)
                .replan(agent)
                .forEach(moved -> LOG.warn(
                        "{} units of {} in hold {} were on a batch that may not be sold any more: {}.",
                        moved.quantity(),
                        moved.sku(),
                        moved.token(),
                        moved.outcome()));
        findLow();
    }

    private void findLow() {
        int settled = lowStock.check(transactions, agent);
        if (settled > 0) {
            LOG.info("{} products had become low, or were not any more.", settled);
        }
    }

    private void remind() {
        int told = reminders.remind(transactions, agent);
        if (told > 0) {
            LOG.info("{} products are still low; it was said again.", told);
        }
    }

    private void expiring() {
        int entered = expiry.check(transactions, agent);
        if (entered > 0) {
            LOG.info("{} batches have come nearer to their expiry.", entered);
        }
    }

    private void keepHouse() {
        idempotency.forgetOld(agent);
        ClosedHolds.forgetOld(transactions, agent);
        transactions.run(agent, tx -> {
            new DeliveryReports().forgetOld(tx);
            Heartbeat.forgetOld(tx);
        });
    }

    private void check() {
        Report report = books.check(agent);
        transactions.run(agent, tx -> CheckLog.write(tx, report));
        if (!report.ok()) {
            LOG.error("The books do not add up; run `mortar check` to see what is wrong.");
        }
    }
}
