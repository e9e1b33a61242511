package app.mortar.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();

    private Remembered remembered(Supplier<List<Reading>> source, Duration patience) {
        return new Remembered(
                source, new Remembered.Ages(Duration.ofSeconds(10), patience, Duration.ofMinutes(2)), now::get);
    }

    private List<Reading> counted() {
        return List.of(Reading.Level.of("reads", "so far", reads.incrementAndGet()));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static List<Double> values(Remembered remembered) {
        return remembered.get().stream()
                .map(reading -> ((Reading.Level) reading).points().getFirst().value())
                .toList();
    }

    @Test
    void a_fresh_reading_is_not_read_again() {
        Remembered remembered = remembered(this::counted, LONG);
        assertThat(values(remembered)).containsExactly(1.0);
        pass(Duration.ofSeconds(9));
        assertThat(values(remembered)).containsExactly(1.0);
        pass(Duration.ofSeconds(1));
        assertThat(values(remembered)).containsExactly(2.0);
    }

    @Test
    void a_source_that_fails_leaves_the_last_reading_until_it_is_useless() {
        Remembered remembered = remembered(
                () -> {
                    if (reads.get() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return counted();
                },
                LONG);
        assertThat(values(remembered)).containsExactly(1.0);
        pass(Duration.ofSeconds(119));
        assertThat(values(remembered)).containsExactly(1.0);
        pass(Duration.ofSeconds(1));
        assertThat(remembered.get()).isEmpty();
    }

    @Test
    void whoever_asks_does_not_wait_for_a_slow_source_and_gets_the_last_reading() {
        CountDownLatch answer = new CountDownLatch(1);
        Remembered remembered = remembered(
                () -> {
                    if (reads.get() == 1) {
                        await(answer);
                    }
                    return counted();
                },
                Duration.ofMillis(1));
        Awaitility.await().atMost(LONG).until(() -> values(remembered).equals(List.of(1.0)));
        pass(Duration.ofSeconds(20));
        assertThat(values(remembered)).containsExactly(1.0);
        answer.countDown();
        Awaitility.await().atMost(LONG).until(() -> values(remembered).equals(List.of(2.0)));
    }

    @Test
    void one_reads_at_a_time() {
        CountDownLatch answer = new CountDownLatch(1);
        Remembered remembered = remembered(
                () -> {
                    await(answer);
                    return counted();
                },
                Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            assertThat(remembered.get()).isEmpty();
        }
        answer.countDown();
        Awaitility.await().atMost(LONG).until(() -> !remembered.get().isEmpty());
        assertThat(reads).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
