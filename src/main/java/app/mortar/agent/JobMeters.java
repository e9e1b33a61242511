package app.mortar.agent;

import app.mortar.metrics.Labels;
import app.mortar.metrics.Meters;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts and times scheduled work: each job has its series, with 0, from the moment that it is announced. */
public final class JobMeters {
    private final Meters meters;
    private final LongSupplier nanos;

    /** @param nanos the time that passes, as {@link System#nanoTime} */
    public JobMeters(Meters meters, LongSupplier nanos) {
        this.meters = meters;
        this.nanos = nanos;
    }

    /** There is such a job. */
    public void announce(String job) {
        runs(job, "done");
        runs(job, "failed");
        duration(job);
    }

    /** Runs it; what it throws is counted and thrown on. */
    public void run(String job, Runnable work) {
        long began = nanos.getAsLong();
        String outcome = "failed";
        try {
            work.run();
            outcome = "done";
        } finally {
            runs(job, outcome).more();
            duration(job).took(Duration.ofNanos(nanos.getAsLong() - began));
        }
    }

    private Meters.Count runs(String job, String outcome) {
        return meters.count(
                "mortar_job_runs",
                "Runs of scheduled work",
                Labels.of("job", job).and("outcome", outcome));
    }

    private Meters.Timing duration(String job) {
        return meters.timing("mortar_job_duration", "How long scheduled work took", Labels.of("job", job));
    }
}
