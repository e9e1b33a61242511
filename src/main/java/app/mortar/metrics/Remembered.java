package app.mortar.metrics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Readings that cost something: read at most once in a while however often they are asked for, by one reader at a time.
 * Whoever asks waits for a new reading only so long and then gets the last one; a reading that has grown too old, because
 * its source does not answer, is not shown any more: no figure is better than one from before.
 */
public final class Remembered implements Supplier<List<Reading>> {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    /**
     * How old a reading may be.
     *
     * @param fresh it is not read again before
     * @param patience how long whoever asks waits for a new one
     * @param useless it is not shown after
     */
    public record Ages(Duration fresh, Duration patience, Duration useless) {
        /** For a scrape every 15 or 30 seconds. */
        public static final Ages USUAL = new Ages(Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofMinutes(2));
    }

    private record Read(List<Reading> readings, long at) {}

    private final Supplier<List<Reading>> source;
    private final Ages ages;
    private final LongSupplier nanos;
    private CompletableFuture<Read> last = CompletableFuture.failedFuture(new IllegalStateException("nothing yet"));
    private CompletableFuture<Read> running = last;

    /** @param nanos the time that passes, as {@link System#nanoTime} */
    public Remembered(Supplier<List<Reading>> source, Ages ages, LongSupplier nanos) {
        this.source = source;
        this.ages = ages;
        this.nanos = nanos;
    }

    @Override
    public List<Reading> get() {
        try {
            return asked().get(ages.patience.toNanos(), TimeUnit.NANOSECONDS).readings;
        } catch (ExecutionException | TimeoutException notNow) {
            return shownStill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return shownStill();
        }
    }

    private synchronized CompletableFuture<Read> asked() {
        if (!running.isDone()) {
            return running;
        }
        if (isYoungerThan(last, ages.fresh)) {
            return last;
        }
        CompletableFuture<Read> reading = new CompletableFuture<>();
        running = reading;
        Thread.ofVirtual().name("readings").start(() -> read(reading));
        return reading;
    }

    private void read(CompletableFuture<Read> reading) {
        try {
            List<Reading> readings = List.copyOf(source.get());
            synchronized (this) {
                last = CompletableFuture.completedFuture(new Read(readings, nanos.getAsLong()));
            }
            reading.complete(last.join());
        } catch (RuntimeException e) {
            LOG.warn("The figures for the monitoring could not be read: {}", String.valueOf(e));
            reading.completeExceptionally(e);
        }
    }

    private synchronized List<Reading> shownStill() {
        return isYoungerThan(last, ages.useless) ? last.join().readings : List.of();
    }

    private boolean isYoungerThan(CompletableFuture<Read> read, Duration age) {
        return !read.isCompletedExceptionally() && nanos.getAsLong() - read.join().at < age.toNanos();
    }
}
