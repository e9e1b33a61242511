package app.mortar.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many who act at the same moment, each on its own thread. */
public final class Crowd {
    private static final Duration CAP = Duration.ofMinutes(3);

    private Crowd() {}

    /** What all answered; whoever threw anything makes it fail. */
    public static <T> List<T> of(int people, IntFunction<T> act) {
        CyclicBarrier start = new CyclicBarrier(people);
        List<Callable<T>> acts = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            int me = i;
            acts.add(() -> {
                start.await(CAP.toSeconds(), TimeUnit.SECONDS);
                return act.apply(me);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(people)) {
            List<Future<T>> futures = acts.stream().map(threads::submit).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> future : futures) {
                answers.add(future.get(CAP.toSeconds(), TimeUnit.SECONDS));
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError("One of " + people + " failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("Somebody waits for ever.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * A meeting point: whoever comes waits for {@code others} to come as well, but not longer than {@code cap}, since a
     * right desk lets only one through.
     */
    public static Runnable meeting(int others, Duration cap) {
        CyclicBarrier barrier = new CyclicBarrier(others);
        return () -> {
            try {
                barrier.await(cap.toMillis(), TimeUnit.MILLISECONDS);
            } catch (BrokenBarrierException | TimeoutException nobodyElse) {
                // a right desk keeps the others out
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /**
     * The same for two at a time and again and again: whoever comes waits for one other, but not longer than
     * {@code cap}.
     */
    public static Runnable inPairs(Duration cap) {
        Exchanger<String> pairs = new Exchanger<>();
        return () -> {
            try {
                pairs.exchange("here", cap.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException nobodyElse) {
                // as it should be
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
