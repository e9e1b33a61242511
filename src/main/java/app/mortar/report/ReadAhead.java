package app.mortar.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are read on a thread of their own while those before them are written, so that the database and the file do
 * not wait for each other. Only a few thousand are ever ahead. Nobody else may use the connection until it is closed.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
    private static final int AT_ONCE = 500;
    private static final int PARTS_AHEAD = 4;
    private static final long LOOK_UP_MILLIS = 50;

    private final BlockingQueue<Part<T>> ahead = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private final Thread reader;
    private volatile boolean unwanted;
    private Part<T> part = new Part<>(List.of(), false, null);
    private int next;

    /** Some rows; the last part says so, or says why there are no more. */
    private record Part<T>(
            List<T> rows, boolean last, @Nullable Throwable failure) {}

    private ReadAhead(Iterable<T> rows) {
        this.reader = Thread.ofVirtual().name("report rows").unstarted(() -> read(rows));
    }

    /** Begins to read. */
    static <T> ReadAhead<T> of(Iterable<T> rows) {
        ReadAhead<T> made = new ReadAhead<>(rows);
        made.reader.start();
        return made;
    }

    private void read(Iterable<T> rows) {
        List<T> some = new ArrayList<>(AT_ONCE);
        try {
            Iterator<T> source = rows.iterator();
            while (!unwanted && source.hasNext()) {
                some.add(source.next());
                if (some.size() == AT_ONCE) {
                    hand(new Part<>(some, false, null));
                    some = new ArrayList<>(AT_ONCE);
                }
            }
            hand(new Part<>(some, true, null));
        } catch (RuntimeException | Error e) {
            hand(new Part<>(some, true, e));
        }
    }

    private void hand(Part<T> more) {
        try {
            while (!unwanted && !ahead.offer(more, LOOK_UP_MILLIS, TimeUnit.MILLISECONDS)) {
                // whoever writes is slower; nobody may interrupt this thread, for that would close the connection
            }
        } catch (InterruptedException e) {
            unwanted = true;
        }
    }

    @Override
    public boolean hasNext() {
        while (next == part.rows().size() && !part.last()) {
            try {
                part = ahead.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while rows were read.", e);
            }
            next = 0;
        }
        if (next < part.rows().size()) {
            return true;
        }
        switch (part.failure()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return false;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return part.rows().get(next++);
    }

    /** Ends the reading, and waits until it has ended. */
    @Override
    public void close() {
        unwanted = true;
        ahead.clear();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
