package app.mortar.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever looks at the books that somebody has changed them: in this program, and over a shared database in every
 * other. Says only that something changed, after the commit, at most five times a second however much is booked.
 */
public final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final long GATHERED_MILLIS = 200;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("changes").factory());
    private final Signals signals;

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

    Changes(Signals signals) {
        this.signals = signals;
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
        try {
            signals.tell();
        } catch (RuntimeException e) {
            LOG.debug("The other programs could not be told of a change; they look by themselves.", e);
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
        teller.shutdownNow();
        if (due.compareAndSet(true, false)) {
            tell();
        }
        signals.close();
    }
}
