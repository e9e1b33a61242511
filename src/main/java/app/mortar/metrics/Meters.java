package app.mortar.metrics;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Where the rooms of this process leave what they measure. A meter that is asked for again is the same one; it shows
 * from the moment it is first asked for, with 0. Names are Prometheus' own, without the suffix of their kind.
 */
public interface Meters {
    /** Something that happens. */
    @FunctionalInterface
    interface Count {
        void more();
    }

    /** Something that takes time. */
    @FunctionalInterface
    interface Timing {
        void took(Duration time);
    }

    /**
     * Counts.
     *
     * @param name e.g. {@code mortar_http_requests}, shown with {@code _total}
     */
    Count count(String name, String help, Labels labels);

    /**
     * Times.
     *
     * @param name e.g. {@code mortar_job_duration}, shown with {@code _seconds} and in buckets
     */
    Timing timing(String name, String help, Labels labels);

    /**
     * Shows something that goes up and down.
     *
     * @param now asked at each scrape
     */
    void gauge(String name, String help, Labels labels, DoubleSupplier now);

    /** Measures that nobody reads. */
    static Meters unread() {
        return new Meters() {
            @Override
            public Count count(String name, String help, Labels labels) {
                return () -> {};
            }

            @Override
            public Timing timing(String name, String help, Labels labels) {
                return time -> {};
            }

            @Override
            public void gauge(String name, String help, Labels labels, DoubleSupplier now) {
                // nobody asks
            }
        };
    }
}
