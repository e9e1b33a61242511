package app.mortar.intake;

import app.mortar.workbook.Cell;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes or no, in the words and marks that lists use. */
final class YesNo {
    private static final Set<String> MARKS = Set.of("x", "✓", "✔");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "ja", "j");
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "nein");

    private YesNo() {}

    /** Null for a blank cell. */
    static <C extends Enum<C> & Heading> @Nullable Boolean of(RowCells<C> row, C column) {
        return switch (row.cell(column)) {
            case Cell.Blank blank -> null;
            case Cell.Bool(boolean value) -> value;
            case Cell.Text text -> word(row, column, word(text));
            case Cell.Numeric number -> word(row, column, number.value().toPlainString());
            case Cell.Date date -> row.fault(column, "Write yes or no.");
            case Cell.Broken broken -> row.broken(column);
            case Cell.Formula formula -> row.formula(column);
        };
    }

    /** Is this cell a bare mark, as in lists where a blank cell means no? */
    static <C extends Enum<C> & Heading> boolean marked(RowCells<C> row, C column) {
        return row.cell(column) instanceof Cell.Text text && MARKS.contains(word(text));
    }

    private static <C extends Enum<C> & Heading> @Nullable Boolean word(RowCells<C> row, C column, String word) {
        if (YES.contains(word) || MARKS.contains(word)) {
            return true;
        }
        return NO.contains(word) ? Boolean.FALSE : row.fault(column, "Write yes or no.");
    }

    private static String word(Cell.Text text) {
        return PlainText.of(text.text()).toLowerCase(Locale.ROOT);
    }
}
