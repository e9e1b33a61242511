package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeTest {
    private static final Instant WRONG = Instant.parse("2026-03-10T09:20:00Z");
    private static final Instant RIGHT = Instant.parse("2026-03-10T09:00:00Z");

    private final AtomicLong running = new AtomicLong();
    private final Time time = new Time(WRONG, () -> ZoneId.of("Africa/Lagos"), running::get);

    private void pass(Duration time) {
        running.addAndGet(time.toNanos());
    }

    @Test
    void a_workstation_twenty_minutes_off_counts_by_the_databases_clock() {
        time.told(RIGHT, Duration.ZERO);
        pass(Duration.ofSeconds(90));

        assertThat(time.now()).isEqualTo(RIGHT.plusSeconds(90));
        assertThat(time.until(RIGHT.plusSeconds(900))).isEqualTo(Duration.ofSeconds(810));
    }

    @Test
    void half_of_the_way_there_and_back_has_passed_when_the_answer_comes() {
        time.told(RIGHT, Duration.ofMillis(600));

        assertThat(time.now()).isEqualTo(RIGHT.plusMillis(300));
    }

    @Test
    void what_is_over_has_nothing_left() {
        time.told(RIGHT, Duration.ZERO);

        assertThat(time.until(RIGHT.minusSeconds(1))).isZero();
    }

    @Test
    void the_beat_tells_all_countdowns_the_same_moment() {
        time.told(RIGHT, Duration.ZERO);
        pass(Duration.ofSeconds(1));
        time.tick();
        pass(Duration.ofMillis(400));

        assertThat(time.beat().get()).isEqualTo(RIGHT.plusSeconds(1));
    }

    @Test
    void the_day_is_the_pharmacys() {
        time.told(Instant.parse("2026-03-10T23:30:00Z"), Duration.ZERO);

        assertThat(time.today()).isEqualTo(LocalDate.of(2026, 3, 11));
    }
}
