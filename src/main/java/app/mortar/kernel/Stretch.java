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
}
