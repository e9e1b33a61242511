package app.mortar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadAheadTest {
    private final AtomicInteger read = new AtomicInteger();

    private Iterable<Integer> rows(int count, int failsAt) {
        return () -> IntStream.range(0, count)
                .map(row -> {
                    if (row == failsAt) {
                        throw new IllegalStateException("row " + row);
                    }
                    return read.getAndIncrement();
                })
                .iterator();
    }

    private static List<Integer> taken(Iterator<Integer> rows, int most) {
        List<Integer> taken = new ArrayList<>();
        while (taken.size() < most && rows.hasNext()) {
            taken.add(rows.next());
        }
        return taken;
    }

    @Test
    void every_row_comes_once_and_in_order() {
        for (int count : new int[] {0, 1, 499, 500, 501, 12_345}) {
            read.set(0);
            try (ReadAhead<Integer> ahead = ReadAhead.of(rows(count, -1))) {
                assertThat(taken(ahead, Integer.MAX_VALUE))
                        .isEqualTo(IntStream.range(0, count).boxed().toList());
                assertThat(ahead.hasNext()).isFalse();
            }
        }
    }

    @Test
    void a_failure_comes_after_the_rows_before_it() {
        try (ReadAhead<Integer> ahead = ReadAhead.of(rows(9_999, 1_700))) {
            assertThat(taken(ahead, 1_700)).hasSize(1_700);
            assertThatThrownBy(ahead::hasNext).hasMessage("row 1700");
        }
    }

    @Test
    @Timeout(60)
    void whatever_breaks_the_reading_is_thrown_and_never_waited_for() {
        Iterable<Integer> broken = () -> {
            throw new StackOverflowError("deep");
        };
        try (ReadAhead<Integer> ahead = ReadAhead.of(broken)) {
            assertThatThrownBy(ahead::hasNext).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void who_is_interrupted_while_it_ends_is_still_interrupted_afterwards() {
        ReadAhead<Integer> ahead = ReadAhead.of(rows(10_000_000, -1));
        Thread.currentThread().interrupt();
        ahead.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoever_closes_it_waits_for_the_row_that_is_being_read() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean through = new AtomicBoolean();
        ReadAhead<Integer> ahead = ReadAhead.of(() -> IntStream.range(0, 1)
                .map(row -> {
                    reading.countDown();
                    waitFor(goOn);
                    through.set(true);
                    return row;
                })
                .iterator());
        reading.await();
        AtomicBoolean closedBefore = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            ahead.close();
            closedBefore.set(!through.get());
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> closing.getState() != Thread.State.RUNNABLE);
        goOn.countDown();
        closing.join();
        assertThat(closedBefore)
                .as("the connection was free before its reader had ended")
                .isFalse();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_never_reads_far_ahead_and_ends_when_nobody_wants_more() {
        try (ReadAhead<Integer> ahead = ReadAhead.of(rows(10_000_000, -1))) {
            assertThat(taken(ahead, 700)).hasSize(700);
        }
        int ended = read.get();
        assertThat(ended).isLessThan(5_000);
        assertThat(read).as("once it is closed nothing is read any more").hasValue(ended);
    }
}
