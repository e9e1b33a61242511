package app.mortar.intake;

import java.util.List;

/**
 * The answer to "what does this file say?".
 *
 * @param <R> the rows
 * @param <C> the columns
 */
public sealed interface Reading<R, C> {
    /**
     * Every row can be meant as it stands.
     *
     * @param rows in the file's order
     * @param layout where they stand
     * @param remarks what was left out or deserves a look, as sentences
     */
    record Rows<R, C>(List<R> rows, Layout<C> layout, List<String> remarks) implements Reading<R, C> {
        public Rows {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /** Something must be mended first; nothing may be booked. */
    record Faulty<R, C>(Faults faults) implements Reading<R, C> {}

    /** The file is no readable workbook at all, or holds no such list; the sentence says why. */
    record Unusable<R, C>(String sentence) implements Reading<R, C> {}
}
