package app.mortar.alert;

import app.mortar.kernel.Actor;
import app.mortar.settings.Settings;
import app.mortar.store.StoreUnavailable;
import app.mortar.store.Transactions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in the outbox, each medium by a worker of its own: a provider that is dead holds up nobody else's
 * messages. Any number of programs may do it on one database.
 */
public final class Dispatch implements AutoCloseable {
    /** The name of this job in its mark. */
    public static final String JOB = "outbox";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** After so many failures in a row the rest waits for the next time. */
    private static final int ENOUGH_FAILURES = 3;

    private static final int TRIES_TO_RECORD = 5;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Postman postman;
    private final Channels channels;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Medium, Worker> workers = new EnumMap<>(Medium.class);
    private volatile boolean closing;

    /**
     * Workers that sleep until they are woken.
     *
     * @param name different for each program that works on the database
     */
    public Dispatch(
            Transactions transactions, Actor agent, String name, Supplier<Settings> settings, Channels channels) {
        this(transactions, agent, name, settings, channels, () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /**
     * The same with another chance.
     *
     * @param chance from 0 to 1, for the jitter of pauses; 0.5 for none
     */
    public Dispatch(
            Transactions transactions,
            Actor agent,
            String name,
            Supplier<Settings> settings,
            Channels channels,
            DoubleSupplier chance) {
        this.postman = new Postman(transactions, agent, name, settings, chance);
        this.channels = channels;
        for (Medium medium : Medium.values()) {
            workers.put(medium, new Worker(medium));
        }
    }

    /** There may be something to send. Returns at once; said while the workers are at it, they look once more. */
    public void wake() {
        if (!closing) {
            workers.values().forEach(Worker::wake);
        }
    }

    /** One medium's worker: at most one thread, however often it is woken. */
    private final class Worker implements Runnable {
        private final Medium medium;
        private final AtomicInteger wishes = new AtomicInteger();

        Worker(Medium medium) {
            this.medium = medium;
        }

        void wake() {
            if (wishes.getAndIncrement() == 0) {
                threads.execute(this);
            }
        }

        @Override
        public void run() {
            int heard;
            do {
                heard = wishes.get();
                try {
                    sendDue(medium);
                } catch (StoreUnavailable away) {
                    LOG.warn("The database is away; messages by {} wait for their next time.", medium.word());
                } catch (RuntimeException e) {
                    LOG.error("Sending messages by {} failed; they wait for their next time.", medium.word(), e);
                }
            } while (!wishes.compareAndSet(heard, 0));
        }
    }

    /**
     * Sends whatever is due by one medium.
     *
     * @return how many attempts were made
     */
    int sendDue(Medium medium) {
        int attempts = 0;
        int failures = 0;
        while (!closing && failures < ENOUGH_FAILURES) {
            Optional<Postman.Claimed> next = postman.claim(medium);
            if (next.isEmpty()) {
                return attempts;
            }
            Postman.Claimed claimed = next.get();
            Sending sending = channels.send(medium, claimed.letter());
            attempts++;
            failures = sending instanceof Sending.NotNow || sending instanceof Sending.Unknown ? failures + 1 : 0;
            record(claimed, medium, sending);
        }
        return attempts;
    }

    /** What was sent must be known to be sent, or it is sent again: worth some patience with the database. */
    private void record(Postman.Claimed claimed, Medium medium, Sending sending) {
        for (int tries = 1; ; tries++) {
            try {
                postman.record(claimed, medium, sending);
                return;
            } catch (StoreUnavailable away) {
                if (tries == TRIES_TO_RECORD || closing) {
                    throw away;
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
    }

    /** Lets each worker finish the message it has in hand, and takes no other. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(15, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
