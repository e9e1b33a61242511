package app.mortar.workbook;

import java.util.List;
import java.util.Map;

/**
 * A sheet to be written.
 *
 * @param name its name; characters that Excel does not allow are replaced
 * @param columns its columns from A on
 * @param headed whether the columns' headings are written as a frozen first row
 * @param rows the rows below, taken one by one; a row may be shorter or longer than the columns
 * @param notes comments on cells; the address's sheet does not matter
 */
public record NewSheet(
        String name,
        List<Column> columns,
        boolean headed,
        Iterable<? extends List<Cell>> rows,
        Map<Address, String> notes) {
    public NewSheet {
        columns = List.copyOf(columns);
        notes = Map.copyOf(notes);
    }

    /** A list with headings. */
    public static NewSheet list(String name, List<Column> columns, Iterable<? extends List<Cell>> rows) {
        return new NewSheet(name, columns, true, rows, Map.of());
    }

    /** A page of text without headings, e.g. a cover; {@code widths} in characters. */
    public static NewSheet page(String name, List<Integer> widths, Iterable<? extends List<Cell>> rows) {
        List<Column> columns =
                widths.stream().map(width -> Column.text("", width)).toList();
        return new NewSheet(name, columns, false, rows, Map.of());
    }

    /**
     * A column.
     *
     * @param heading its heading
     * @param width in characters
     * @param format how Excel shows its numbers and dates, e.g. {@code @} for text, {@code 0}, {@code yyyy-mm-dd}
     * @param note the comment on its heading; empty for none
     * @param entry what Excel lets people type into it
     */
    public record Column(String heading, int width, String format, String note, Entry entry) {
        /** A column whose cells are formatted as text, so that Excel makes no number or date of what is typed. */
        public static Column text(String heading, int width) {
            return new Column(heading, width, "@", "", Entry.ANYTHING);
        }

        /** A column of whole numbers. */
        public static Column whole(String heading, int width) {
            return new Column(heading, width, "#,##0", "", Entry.ANYTHING);
        }

        /** A column of money. */
        public static Column money(String heading, int width) {
            return new Column(heading, width, "#,##0.00##", "", Entry.ANYTHING);
        }

        /** A column of dates. */
        public static Column day(String heading, int width) {
            return new Column(heading, width, "yyyy-mm-dd", "", Entry.ANYTHING);
        }
    }

    /** What Excel lets people type; it holds for cells formatted as text too. */
    public enum Entry {
        ANYTHING,
        YES_OR_NO,
        WHOLE_NUMBER,
        NUMBER
    }
}
