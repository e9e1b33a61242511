package app.mortar.workbook;

import java.util.List;
import java.util.Map;

/**
 * A sheet to be written.
 *
 * @param name its name; characters that Excel does not allow are replaced
 * @param columns its columns from A on
 * @param headed whether the columns' headings are written as a frozen first row
 * @param finish what is made of it for its readers
 * @param rows the rows below, taken one by one; a row may be shorter or longer than the columns
 * @param notes comments on cells; the address's sheet does not matter
 */
public record NewSheet(
        String name,
        List<Column> columns,
        boolean headed,
        Finish finish,
        Iterable<? extends List<Cell>> rows,
        Map<Address, String> notes) {
    public NewSheet {
        columns = List.copyOf(columns);
        notes = Map.copyOf(notes);
    }

    /** A list with headings. */
    public static NewSheet list(String name, List<Column> columns, Iterable<? extends List<Cell>> rows) {
        return new NewSheet(name, columns, true, Finish.PLAIN, rows, Map.of());
    }

    /**
     * A list to be read, filtered and printed: it ends with a row "Total" under the columns that are summed. One that is
     * longer than Excel's sheets goes on in the next sheet, with headings and a total of its own.
     */
    public static NewSheet report(String name, List<Column> columns, Iterable<? extends List<Cell>> rows) {
        return new NewSheet(name, columns, true, Finish.REPORT, rows, Map.of());
    }

    /** A list to be read, filtered and printed that has nothing to sum. */
    public static NewSheet readable(String name, List<Column> columns, Iterable<? extends List<Cell>> rows) {
        return new NewSheet(name, columns, true, Finish.LIST, rows, Map.of());
    }

    /** The same with these comments on its cells. */
    public NewSheet noting(Map<Address, String> comments) {
        return new NewSheet(name, columns, headed, finish, rows, comments);
    }

    /** A page of text without headings, e.g. a cover; {@code widths} in characters. */
    public static NewSheet page(String name, List<Integer> widths, Iterable<? extends List<Cell>> rows) {
        List<Column> columns =
                widths.stream().map(width -> Column.text("", width)).toList();
        return new NewSheet(name, columns, false, Finish.PLAIN, rows, Map.of());
    }

    /** What a sheet is for. */
    public enum Finish {
        /** To be filled in, or read by a program. */
        PLAIN,
        /** For people: filters, a printable page. */
        LIST,
        /** For people: filters, a total, a printable page. */
        REPORT
    }

    /**
     * A column.
     *
     * @param heading its heading
     * @param width in characters
     * @param format how Excel shows its numbers and dates, e.g. {@code @} for text, {@code 0}, {@code yyyy-mm-dd}
     * @param note the comment on its heading; empty for none
     * @param entry what Excel lets people type into it
     * @param summed whether a report's last row holds its sum
     */
    public record Column(String heading, int width, String format, String note, Entry entry, boolean summed) {
        public Column(String heading, int width, String format, String note, Entry entry) {
            this(heading, width, format, note, entry, false);
        }

        /** The same, with its sum in a report's last row. */
        public Column total() {
            return new Column(heading, width, format, note, entry, true);
        }

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

        /** A column of numbers that are not whole, to one decimal. */
        public static Column decimal(String heading, int width) {
            return new Column(heading, width, "#,##0.0", "", Entry.ANYTHING);
        }

        /** A column of dates. */
        public static Column day(String heading, int width) {
            return new Column(heading, width, "yyyy-mm-dd", "", Entry.ANYTHING);
        }

        /** A column of moments, to the second. */
        public static Column moment(String heading, int width) {
            return new Column(heading, width, "yyyy-mm-dd hh:mm:ss", "", Entry.ANYTHING);
        }

        /** A column of rates between 0 and 1. */
        public static Column percent(String heading, int width) {
            return new Column(heading, width, "0.0%", "", Entry.ANYTHING);
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
