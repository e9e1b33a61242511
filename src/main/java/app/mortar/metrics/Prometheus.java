package app.mortar.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The meters of this process, with the Java machine's own, and what else is read at a scrape, as Prometheus' text. */
public final class Prometheus implements Meters {
    /** The kind of text, as HTTP names it. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public Prometheus() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Override
    public Count count(String name, String help, Labels labels) {
        return Counter.builder(name).description(help).tags(tags(labels)).register(registry)::increment;
    }

    @Override
    public Timing timing(String name, String help, Labels labels) {
        return Timer.builder(name)
                .description(help)
                .tags(tags(labels))
                .serviceLevelObjectives(BUCKETS)
                .register(registry)::record;
    }

    @Override
    public void gauge(String name, String help, Labels labels, DoubleSupplier now) {
        Gauge.builder(name, now::getAsDouble)
                .description(help)
                .tags(tags(labels))
                .register(registry);
    }

    private static Tags tags(Labels labels) {
        return Tags.of(labels.pairs().entrySet().stream()
                .map(pair -> Tag.of(pair.getKey(), pair.getValue()))
                .toList());
    }

    /** Shows what {@code readings} says at each scrape. */
    public void show(Supplier<List<Reading>> readings) {
        registry.getPrometheusRegistry()
                .register(() -> new MetricSnapshots(
                        readings.get().stream().map(Snapshots::of).toList()));
    }

    /** Everything, now. */
    public String text() {
        return registry.scrape();
    }
}
