package app.mortar.metrics;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Readings in the words of the library that writes Prometheus' text. */
final class Snapshots {
    private Snapshots() {}

    static MetricSnapshot of(Reading reading) {
        return switch (reading) {
            case Reading.Total total -> {
                CounterSnapshot.Builder counter =
                        CounterSnapshot.builder().name(total.name()).help(total.help());
                total.points()
                        .forEach(point -> counter.dataPoint(CounterDataPointSnapshot.builder()
                                .labels(labels(point.labels()))
                                .value(point.value())
                                .build()));
                yield counter.build();
            }
            case Reading.Level level -> {
                GaugeSnapshot.Builder gauge =
                        GaugeSnapshot.builder().name(level.name()).help(level.help());
                level.points()
                        .forEach(point -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                                .labels(labels(point.labels()))
                                .value(point.value())
                                .build()));
                yield gauge.build();
            }
            case Reading.Spread spread ->
                HistogramSnapshot.builder()
                        .name(spread.name())
                        .help(spread.help())
                        .dataPoint(HistogramDataPointSnapshot.builder()
                                .classicHistogramBuckets(buckets(spread))
                                .sum(spread.sum())
                                .build())
                        .build();
        };
    }

    private static io.prometheus.metrics.model.snapshots.Labels labels(Labels labels) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        new TreeMap<>(labels.pairs()).forEach((name, value) -> {
            names.add(name);
            values.add(value);
        });
        return io.prometheus.metrics.model.snapshots.Labels.of(names, values);
    }

    /** The library wants each bucket without those of the smaller ones in it. */
    private static ClassicHistogramBuckets buckets(Reading.Spread spread) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (Map.Entry<Double, Long> bucket : new TreeMap<>(spread.upTo()).entrySet()) {
            buckets.bucket(bucket.getKey(), bucket.getValue() - below);
            below = bucket.getValue();
        }
        return buckets.bucket(Double.POSITIVE_INFINITY, spread.count() - below).build();
    }
}
