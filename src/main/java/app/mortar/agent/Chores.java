package app.mortar.agent;

import app.mortar.kernel.Actor;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.DayChange;
import app.mortar.store.Idempotency;
import app.mortar.store.JobMark;
import app.mortar.store.StoreUnavailable;
import app.mortar.store.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a server does by itself, on a simple timer: sweep holds that ran out, plan again when the day has changed. */
public final class Chores implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
    private static final Duration LOOK_FOR_A_NEW_DAY = Duration.ofSeconds(20);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Transactions transactions;
    private final ReservationDesk reservations;
    private final DayChange dayChange;
    private final Idempotency idempotency;
    private final Actor agent;
    private final Supplier<Duration> sweepInterval;
    private final JobMeters meters;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("chores").factory());
    private @Nullable LocalDate replanned;

    public Chores(
            Transactions transactions,
            ReservationDesk reservations,
            Idempotency idempotency,
            Actor agent,
            Supplier<Duration> sweepInterval,
            JobMeters meters) {
        this.transactions = transactions;
        this.reservations = reservations;
        this.dayChange = new DayChange(transactions);
        this.idempotency = idempotency;
        this.agent = agent;
        this.sweepInterval = sweepInterval;
        this.meters = meters;
    }

    /** Starts the timer; the first round is made at once. */
    public void start() {
        every(sweepInterval.get(), "sweep", this::sweep);
        every(LOOK_FOR_A_NEW_DAY, "replan", this::replanOnANewDay);
        every(AN_HOUR, "forget-answers", () -> idempotency.forgetOld(agent));
    }

    private void every(Duration pause, String what, Runnable chore) {
        meters.announce(what);
        var _ = timer.scheduleWithFixedDelay(
                () -> safely(what, chore), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A chore that fails is tried again at its next time; it must not end the timer. */
    private void safely(String what, Runnable chore) {
        try {
            meters.run(what, chore);
        } catch (StoreUnavailable away) {
            LOG.warn("The database is away; {} waits for its next time.", what);
        } catch (RuntimeException e) {
            LOG.error("The chore '{}' failed and is tried again at its next time.", what, e);
        }
    }

    private void sweep() {
        int swept = reservations.sweep(transactions, agent);
        mark(ReservationDesk.JOB, sweepInterval.get().multipliedBy(2));
        if (swept > 0) {
            LOG.info("{} holds had run out; their units are free.", swept);
        }
    }

    private void replanOnANewDay() {
        LocalDate today = transactions.read(agent, tx -> tx.today());
        if (today.equals(replanned)) {
            return;
        }
        dayChange.replan(agent).forEach(moved -> LOG.warn(
                "{} units of {} in hold {} were on a batch that may not be sold any more: {}.",
                moved.quantity(),
                moved.sku(),
                moved.token(),
                moved.outcome()));
        mark(DayChange.JOB, A_DAY.plus(AN_HOUR));
        replanned = today;
    }

    private void mark(String job, Duration gap) {
        transactions.run(agent, tx -> JobMark.ran(tx, job, gap));
    }

    /** Ends the timer; a chore that runs is let finish for a moment. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(3, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
