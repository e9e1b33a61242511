package app.mortar.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One metric read from elsewhere: exactly these series, whatever was read before. A series that cannot be said is left
 * out; there is no NaN.
 */
public sealed interface Reading {
    String name();

    String help();

    /** A number with its labels. */
    record Point(Labels labels, double value) {}

    /**
     * Something that only grows.
     *
     * @param name without {@code _total}
     */
    record Total(String name, String help, List<Point> points) implements Reading {
        public Total {
            points = List.copyOf(points);
        }

        /** One series for each value of one label. */
        public static Total by(String name, String help, String label, Map<String, ? extends Number> values) {
            return new Total(name, help, seriesOf(label, values));
        }

        /** A count. */
        public static Total of(String name, String help, long value) {
            return of(name, help, (double) value);
        }

        public static Total of(String name, String help, double value) {
            return new Total(name, help, List.of(new Point(Labels.NONE, value)));
        }
    }

    /** Something that goes up and down. */
    record Level(String name, String help, List<Point> points) implements Reading {
        public Level {
            points = List.copyOf(points);
        }

        public static Level by(String name, String help, String label, Map<String, ? extends Number> values) {
            return new Level(name, help, seriesOf(label, values));
        }

        /** A count. */
        public static Level of(String name, String help, long value) {
            return of(name, help, (double) value);
        }

        public static Level of(String name, String help, double value) {
            return new Level(name, help, List.of(new Point(Labels.NONE, value)));
        }
    }

    /**
     * How long things took.
     *
     * @param upTo how many took no longer than so many seconds, each with those of the smaller ones in it
     * @param count how many there were
     * @param sum of their seconds
     */
    record Spread(String name, String help, Map<Double, Long> upTo, long count, double sum) implements Reading {
        public Spread {
            upTo = Map.copyOf(upTo);
        }
    }

    private static List<Point> seriesOf(String label, Map<String, ? extends Number> values) {
        return new TreeMap<String, Number>(values)
                .entrySet().stream()
                        .map(entry -> new Point(
                                Labels.of(label, entry.getKey()),
                                entry.getValue().doubleValue()))
                        .collect(Collectors.toUnmodifiableList());
    }
}
