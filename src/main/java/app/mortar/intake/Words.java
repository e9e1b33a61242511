package app.mortar.intake;

import app.mortar.workbook.Cell;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Names and other words. */
final class Words {
    private Words() {}

    /** Words that must be there; empty after a fault. */
    static <C extends Enum<C> & Heading> String required(RowCells<C> row, C column, int longest) {
        String words = row.blank(column) ? row.missing(column) : orNull(row, column, longest);
        return words == null ? "" : words;
    }

    /** Words; null for a blank cell. A number is taken as Excel shows it, if that is all of it. */
    static <C extends Enum<C> & Heading> @Nullable String orNull(RowCells<C> row, C column, int longest) {
        return switch (row.cell(column)) {
            case Cell.Blank blank -> null;
            case Cell.Text(String text) -> row.checked(column, text, longest);
            case Cell.Numeric number -> {
                if (!showsAll(number)) {
                    yield row.fault(
                            column,
                            "It shows " + number.shown() + " but holds "
                                    + number.value().toPlainString() + "." + RowCells.AS_TEXT + ".");
                }
                yield row.checked(column, number.shown(), longest);
            }
            case Cell.Date date ->
                row.fault(column, "Excel made a date of it (" + date.day() + ")." + RowCells.AS_TEXT + ".");
            case Cell.Bool bool -> row.fault(column, "Excel made a yes/no value of it." + RowCells.AS_TEXT + ".");
            case Cell.Broken broken -> row.broken(column);
            case Cell.Formula formula -> row.formula(column);
        };
    }

    /** Would somebody who reads the sheet see the whole number? 0.125 formatted as 0.00 shows 0.13. */
    private static boolean showsAll(Cell.Numeric number) {
        String digits = number.shown().replaceAll("[^0-9.-]", "");
        try {
            BigDecimal held = number.value();
            BigDecimal shown = new BigDecimal(digits);
            return shown.compareTo(number.shown().contains("%") ? held.movePointRight(2) : held) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
