package app.mortar.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.mortar.metrics.Prometheus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class JobMetersTest {
    private final Prometheus prometheus = new Prometheus();
    private final AtomicLong now = new AtomicLong();
    private final JobMeters meters = new JobMeters(prometheus, now::get);

    private void takes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void a_job_that_never_ran_is_there_with_nought() {
        meters.announce("sweep");
        assertThat(prometheus.text())
                .contains(
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"done\"} 0.0",
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"failed\"} 0.0",
                        "mortar_job_duration_seconds_count{job=\"sweep\"} 0");
    }

    @Test
    void runs_are_counted_by_how_they_ended_and_timed_either_way() {
        meters.run("sweep", () -> takes(Duration.ofSeconds(2)));
        assertThatThrownBy(() -> meters.run("sweep", () -> {
                    takes(Duration.ofSeconds(3));
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(prometheus.text())
                .contains(
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"done\"} 1.0",
                        "mortar_job_runs_total{job=\"sweep\",outcome=\"failed\"} 1.0",
                        "mortar_job_duration_seconds_sum{job=\"sweep\"} 5.0");
    }
}
