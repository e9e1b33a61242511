package app.mortar.metrics;

import java.util.Map;
import java.util.TreeMap;

/** Names and values that tell the series of one metric apart, e.g. {@code job} and {@code sweep}. */
public record Labels(Map<String, String> pairs) {
    /** The only series of a metric. */
    public static final Labels NONE = new Labels(Map.of());

    public Labels {
        pairs = Map.copyOf(pairs);
    }

    public static Labels of(String name, String value) {
        return new Labels(Map.of(name, value));
    }

    /** The same with one more. */
    public Labels and(String name, String value) {
        Map<String, String> more = new TreeMap<>(pairs);
        more.put(name, value);
        return new Labels(more);
    }
}
