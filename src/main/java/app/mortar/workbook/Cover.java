package app.mortar.workbook;

import java.util.List;

/**
 * The first page of a workbook: what it is, of when and for whom, and its sums at a glance.
 *
 * @param name the sheet's name
 * @param title in large letters
 * @param facts one line each
 * @param tables below them, each with its chart if it has one
 */
public record Cover(String name, String title, List<Fact> facts, List<Table> tables) {
    public Cover {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }

    /**
     * A line of the page.
     *
     * @param name what is said, e.g. {@code From}; empty for a sentence
     * @param format how a number or a date is shown
     */
    public record Fact(String name, Cell value, String format) {
        /** A text. */
        public static Fact text(String name, String text) {
            return new Fact(name, Cell.of(text), "@");
        }
    }

    /**
     * A small table; it has a total where a column is summed.
     *
     * @param columns the first one holds the rows' names
     * @param chart what is drawn of it
     */
    public record Table(String title, List<NewSheet.Column> columns, List<List<Cell>> rows, Chart chart) {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Columns drawn as bars, one group for each row.
     *
     * @param series which columns, from 0; none for no chart
     */
    public record Chart(List<Integer> series) {
        public static final Chart NONE = new Chart(List.of());

        public Chart {
            series = List.copyOf(series);
        }
    }
}
