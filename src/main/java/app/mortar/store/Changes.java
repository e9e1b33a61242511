package app.mortar.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever looks at the books that somebody has changed them: in this program, and over a shared database in every
 * other. Says only that something changed, after the commit, at most five times a second however much is booked. Who
 * changes them without telling (a command on the same file, a program that died at its commit, a hand with SQL) is
 * noticed by a slow look at how much was written; nobody looks while nobody listens.
 */
public final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long GATHERED_MILLIS = 200;
    private static final long AGAIN_MILLIS = 2_000;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("changes").factory());
    private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("changes unsaid").factory());
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Signals signals;
    private final RowsWritten written;
    private final Duration lookEvery;
    private @Nullable Long known;
    private boolean stirred;

    /** How the other programs on the database are told, and tell. */
    interface Signals extends AutoCloseable {
        /** Tells them. On the teller's thread, outside of any transaction. */
        void tell();

        /** From now on, {@code heard} is called whenever one of them tells. */
        void listen(Runnable heard);

        @Override
        void close();

        /** There are no other programs that would have to be told. */
        Signals NONE = new Signals() {
            @Override
            public void tell() {
                // nobody to tell
            }

            @Override
            public void listen(Runnable heard) {
                // nobody tells
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /**
     * Nobody is told of anything yet.
     *
     * @param lookEvery how often to look at what was {@code written}
     */
    Changes(Signals signals, RowsWritten written, Duration lookEvery) {
        this.signals = signals;
        this.written = written;
        this.lookEvery = lookEvery;
    }

    /**
     * Has {@code listener} called after every change, on a background thread; once for many that come together.
     *
     * @return ends it
     */
    public Runnable listen(Runnable listener) {
        if (listeners.isEmpty()) {
            signals.listen(this::heard);
        }
        if (looking.compareAndSet(false, true)) {
            var _ = looker.scheduleWithFixedDelay(this::look, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Something was committed here. */
    void committed() {
        if (due.compareAndSet(false, true) && !teller.isShutdown()) {
            var _ = teller.schedule(this::tell, GATHERED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tell() {
        // before telling: what is committed from here on is told again
        due.set(false);
        heard();
        tellOthers();
    }

    private void tellOthers() {
        try {
            signals.tell();
        } catch (RuntimeException e) {
            LOG.debug("The other programs could not be told of a change yet.", e);
            if (!teller.isShutdown()) {
                var _ = teller.schedule(this::tellOthers, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Whether more was written than when this last looked. What moves now may not be committed yet: it is told again. */
    private void look() {
        if (listeners.isEmpty()) {
            return;
        }
        try {
            long now = written.count();
            boolean moved = known != null && known != now;
            known = now;
            if (moved || stirred) {
                heard();
            }
            stirred = moved;
        } catch (SQLException e) {
            LOG.debug("What was written could not be looked at; the next look may do better.", e);
        }
    }

    private void heard() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("Somebody who was told of a change failed.", e);
            }
        }
    }

    /** Tells of what is still due, then ends. */
    @Override
    public void close() {
        looker.shutdown(); // no interrupt: it would close the file of an embedded database
        teller.shutdownNow();
        if (due.compareAndSet(true, false)) {
            tell();
        }
        signals.close();
    }
}
