package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.store.StoreUnavailable;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts verdicts by the minute, in rows that belong to this process alone, written together a moment after they were
 * given: no request waits for a count, and no two processes for a row. What a killed process has not written is lost:
 * at most the verdicts of that moment.
 */
public final class CountedVerdicts implements Verdicts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CountedVerdicts.class);
    private static final Duration LAST_TRY = Duration.ofSeconds(3);

    private record Count(long granted, long refused) {
        Count plus(Count more) {
            return new Count(granted + more.granted, refused + more.refused);
        }
    }

    private final Transactions transactions;
    private final Actor clerk;
    private final Duration pause;
    private final String process = UUID.randomUUID().toString();
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("verdicts").factory());
    private final Map<Instant, Count> unwritten = new HashMap<>();
    private boolean planned;

    /**
     * Begins to count.
     *
     * @param clerk in whose name the rows are written
     * @param pause how long verdicts are gathered
     */
    public CountedVerdicts(Transactions transactions, Actor clerk, Duration pause) {
        this.transactions = transactions;
        this.clerk = clerk;
        this.pause = pause;
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public synchronized void decided(Instant at, int granted, int refused) {
        if (granted == 0 && refused == 0) {
            return;
        }
        add(at.truncatedTo(ChronoUnit.MINUTES), new Count(granted, refused));
        planWriting();
    }

    private void add(Instant minute, Count count) {
        unwritten.merge(minute, count, Count::plus);
    }

    private void planWriting() {
        if (planned) {
            return;
        }
        planned = true;
        try {
            var _ = writer.schedule(this::writeOrWait, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("A verdict came after the last count was written.", closing);
        }
    }

    private void writeOrWait() {
        try {
            write();
        } catch (StoreUnavailable away) {
            LOG.warn("The database is away; the counts of verdicts wait.");
        } catch (RuntimeException e) {
            LOG.error("The counts of verdicts could not be written and wait.", e);
        }
    }

    /** Writes now what has been counted so far; {@link StoreUnavailable} when it must wait, and then nothing is lost. */
    public void write() {
        Map<Instant, Count> some = taken();
        if (some.isEmpty()) {
            return;
        }
        try {
            transactions.run(clerk, tx -> some.forEach((minute, count) -> write(tx, minute, count)));
        } catch (RuntimeException e) {
            putBack(some);
            throw e;
        }
    }

    private synchronized Map<Instant, Count> taken() {
        Map<Instant, Count> some = new TreeMap<>(unwritten);
        unwritten.clear();
        planned = false;
        return some;
    }

    private synchronized void putBack(Map<Instant, Count> some) {
        some.forEach(this::add);
        planWriting();
    }

    private void write(Tx tx, Instant minute, Count count) {
        if (store(
                        tx,
                        "update reservation_minute set granted = granted + :granted, refused = refused + :refused"
                                + " where at = :minute and process = :process",
                        minute,
                        count)
                == 0) {
            store(
                    tx,
                    "insert into reservation_minute (at, process, granted, refused)"
                            + " values (:minute, :process, :granted, :refused)",
                    minute,
                    count);
        }
    }

    private int store(Tx tx, String sql, Instant minute, Count count) {
        return tx.session()
                .createNativeMutationQuery(sql)
                .setParameter("minute", minute)
                .setParameter("process", process)
                .setParameter("granted", count.granted)
                .setParameter("refused", count.refused)
                .executeUpdate();
    }

    /** Writes what is left and ends. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(LAST_TRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The last counts of verdicts are still being written.");
            }
            write();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The last counts of verdicts could not be written.", e);
        }
    }
}
