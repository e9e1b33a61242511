package app.mortar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, a line each: load, way, clients, requests per second, median and 99th percentile in µs. */
final class Results {
    private Results() {}

    /** One point of one run. */
    record Point(String load, String way, int clients, double perSecond, double median, double p99) {
        String line() {
            return String.format(
                    Locale.ROOT, "%s\t%s\t%d\t%.0f\t%.0f\t%.0f", load, way, clients, perSecond, median, p99);
        }

        static Point of(String line) {
            String[] parts = line.split("\t", -1);
            return new Point(
                    parts[0],
                    parts[1],
                    Integer.parseInt(parts[2]),
                    Double.parseDouble(parts[3]),
                    Double.parseDouble(parts[4]),
                    Double.parseDouble(parts[5]));
        }
    }

    static void append(Path file, List<Point> points) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                points.stream().map(Point::line).toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Markdown: medians of all runs with the smallest and the largest beside them, then the ratios. */
    static List<String> table(List<String> lines) {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        lines.stream().map(Point::of).forEach(point -> points.computeIfAbsent(
                        point.load() + "\t" + point.way() + "\t" + point.clients(), key -> new ArrayList<>())
                .add(point));
        List<String> table = new ArrayList<>(List.of(
                "| load | way | clients | reservations/s (least–most) | median ms | 99 % ms |",
                "|---|---|---:|---:|---:|---:|"));
        Map<String, Double> best = new TreeMap<>();
        Map<String, Double> lone = new TreeMap<>();
        points.forEach((key, all) -> {
            Point one = all.getFirst();
            double perSecond = median(all.stream().map(Point::perSecond).toList());
            double latency = median(all.stream().map(Point::median).toList());
            table.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.0f (%.0f–%.0f) | %.2f | %.2f |",
                    one.load(),
                    one.way(),
                    one.clients(),
                    perSecond,
                    all.stream().mapToDouble(Point::perSecond).min().orElse(0),
                    all.stream().mapToDouble(Point::perSecond).max().orElse(0),
                    latency / 1000,
                    median(all.stream().map(Point::p99).toList()) / 1000));
            best.merge(one.load() + " " + one.way(), perSecond, Math::max);
            if (one.clients() == 1) {
                lone.put(one.load() + " " + one.way(), latency);
            }
        });
        for (String load : List.of("uniform", "hot")) {
            table.add(String.format(
                    Locale.ROOT,
                    "%s: HTTP is %.2f × the procedure and %.2f × the naive transaction at their best; alone, its latency"
                            + " is %.2f × the procedure's",
                    load,
                    best.getOrDefault(load + " http", 0.0) / best.getOrDefault(load + " procedure", 1.0),
                    best.getOrDefault(load + " http", 0.0) / best.getOrDefault(load + " naive", 1.0),
                    lone.getOrDefault(load + " http", 0.0) / lone.getOrDefault(load + " procedure", 1.0)));
        }
        return table;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        return sorted.get(sorted.size() / 2);
    }
}
