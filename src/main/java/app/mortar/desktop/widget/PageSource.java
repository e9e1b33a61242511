package app.mortar.desktop.widget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that a table shows, asked for in windows, so that rows nobody looks at cost nothing. Called in the
 * background; what it throws is shown with "Try again".
 */
@FunctionalInterface
public interface PageSource<T> {
    /** Rows {@code window.offset()} to {@code offset + limit} of the whole, in the order asked for, and its size. */
    Rows<T> rows(Window window);

    /**
     * Which rows are wanted.
     *
     * @param offset of the first row, from 0
     * @param limit at most so many
     * @param sort the id of the column to sort by; null for the list's own order
     * @param descending the other way round
     */
    record Window(int offset, int limit, @Nullable String sort, boolean descending) {}

    /**
     * A window of a list.
     *
     * @param rows in order
     * @param total how many rows the whole list has
     */
    record Rows<T>(List<T> rows, int total) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
