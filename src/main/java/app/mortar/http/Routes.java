package app.mortar.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All routes of a server. Of two that match, the one with a word where the other has a variable wins. */
public final class Routes {
    private record Entry(Route route, List<String> segments) {
        boolean matches(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!isVariable(segments.get(i)) && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> variables(List<String> path) {
            Map<String, String> variables = HashMap.newHashMap(2);
            for (int i = 0; i < path.size(); i++) {
                String segment = segments.get(i);
                if (isVariable(segment)) {
                    variables.put(segment.substring(1, segment.length() - 1), path.get(i));
                }
            }
            return variables;
        }

        int variables() {
            return (int) segments.stream().filter(Entry::isVariable).count();
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }

    private final List<Entry> entries;

    public Routes(List<Route> routes) {
        this.entries = routes.stream()
                .map(r -> new Entry(r, r.segments()))
                .sorted(Comparator.comparingInt(Entry::variables))
                .toList();
    }

    /** Every route, those without a variable first. */
    public List<Route> all() {
        return entries.stream().map(Entry::route).toList();
    }

    /** Where a request leads. */
    sealed interface Match {
        record Found(Route route, Map<String, String> variables) implements Match {}

        record WrongMethod(String allow) implements Match {}

        record Nowhere() implements Match {}

        /** The path is not properly percent-encoded. */
        record Unreadable() implements Match {}
    }

    /** @param path as requested, still encoded; HEAD is answered wherever GET is */
    Match find(String method, @Nullable String path) {
        List<String> segments = new ArrayList<>();
        if (path == null || !path.startsWith("/")) {
            return new Match.Nowhere();
        }
        for (String raw : path.substring(1).split("/", -1)) {
            String segment = Percent.decoded(raw).orElse(null);
            if (segment == null) {
                return new Match.Unreadable();
            }
            if (segment.isEmpty()) {
                return new Match.Nowhere();
            }
            segments.add(segment);
        }
        String wanted = method.equals("HEAD") ? "GET" : method;
        Set<String> allowed = new TreeSet<>();
        for (Entry entry : entries) {
            if (entry.matches(segments)) {
                if (entry.route().method().equals(wanted)) {
                    return new Match.Found(entry.route(), entry.variables(segments));
                }
                allowed.add(entry.route().method());
                if (entry.route().method().equals("GET")) {
                    allowed.add("HEAD");
                }
            }
        }
        return allowed.isEmpty() ? new Match.Nowhere() : new Match.WrongMethod(String.join(", ", allowed));
    }
}
