package app.mortar.kernel;

import java.util.List;

/**
 * The rows of a {@link Span}.
 *
 * @param rows in the list's order; fewer than asked for at its end
 * @param total rows of the whole list
 */
public record Stretch<T>(List<T> rows, int total) {
    public Stretch {
        rows = List.copyOf(rows);
    }

    /** That stretch of a list that is here whole. */
    public static <T> Stretch<T> of(List<T> whole, Span span) {
        int from = Math.min(span.from(), whole.size());
        int to = (int) Math.min((long) from + span.count(), whole.size());
        return new Stretch<>(whole.subList(from, to), whole.size());
    }
}
