package app.mortar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedLookupTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger truth = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore go = new Semaphore(0);
    private final SharedLookup<Integer> lookup = new SharedLookup<>(question -> {
        int seen = truth.get();
        looks.incrementAndGet();
        go.acquireUninterruptibly();
        return seen;
    });

    @AfterEach
    void end() {
        go.release(100);
        askers.close();
    }

    private CompletableFuture<Integer> ask(CountDownLatch asked) {
        return CompletableFuture.supplyAsync(
                () -> {
                    asked.countDown();
                    return lookup.of("key");
                },
                askers);
    }

    private CompletableFuture<Integer> ask() {
        return ask(new CountDownLatch(1));
    }

    @Test
    void nobody_is_told_what_was_true_before_he_asked() {
        CompletableFuture<Integer> early = ask();
        await().atMost(LONG).until(() -> looks.get() == 1);
        truth.set(1);
        CompletableFuture<Integer> late = ask();

        go.release(2);

        assertThat(early.join()).isZero();
        assertThat(late.join()).isEqualTo(1);
    }

    @Test
    void however_many_ask_during_one_look_share_the_next() throws InterruptedException {
        CompletableFuture<Integer> early = ask();
        await().atMost(LONG).until(() -> looks.get() == 1);
        CountDownLatch asked = new CountDownLatch(50);
        List<CompletableFuture<Integer>> crowd =
                IntStream.range(0, 50).mapToObj(i -> ask(asked)).toList();
        asked.await();

        go.release(100);

        assertThat(early.join()).isZero();
        crowd.forEach(one -> assertThat(one.join()).isZero());
        assertThat(looks.get()).isBetween(2, 25);
    }

    @Test
    void who_shares_a_look_that_fails_gets_its_failure_and_the_next_look_is_a_new_one() {
        AtomicInteger tries = new AtomicInteger();
        SharedLookup<String> broken = new SharedLookup<>(question -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return "here";
        });

        assertThatThrownBy(() -> broken.of("key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(broken.of("key")).isEqualTo("here");
    }
}
