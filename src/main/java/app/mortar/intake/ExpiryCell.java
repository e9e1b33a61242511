package app.mortar.intake;

import app.mortar.workbook.Cell;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** An expiry date as a real date or as text; what shows only a month means its last day. */
final class ExpiryCell {
    private ExpiryCell() {}

    /** The last day the pack may be kept; null for a blank cell. */
    static <C extends Enum<C> & Heading> @Nullable LocalDate of(RowCells<C> row, C column) {
        return switch (row.cell(column)) {
            case Cell.Blank blank -> null;
            case Cell.Text(String text) -> meant(row, column, ExpiryText.read(PlainText.of(text)));
            case Cell.Date date -> day(row, column, date);
            case Cell.Numeric number -> row.fault(column, "This is a plain number, not a date." + ExpiryText.HOW);
            case Cell.Bool bool -> row.fault(column, "This is no date." + ExpiryText.HOW);
            case Cell.Broken broken -> row.broken(column);
            case Cell.Formula formula -> row.formula(column);
        };
    }

    private static <C extends Enum<C> & Heading> @Nullable LocalDate day(RowCells<C> row, C column, Cell.Date date) {
        if (!date.showsYear() || !date.showsMonth()) { // 03/27 typed into Excel becomes 27 March of this year
            String lacks = date.showsYear() ? "month" : "year";
            return row.fault(
                    column, "It shows no " + lacks + "; Excel took it for " + date.day() + "." + ExpiryText.HOW);
        }
        if (date.showsDay()) {
            return meant(row, column, ExpiryText.plausible(date.day()));
        }
        LocalDate last = YearMonth.from(date.day()).atEndOfMonth();
        if (date.day().getDayOfMonth() != 1 && !date.day().equals(last)) {
            row.remark(
                    column,
                    column.heading()
                            + " shows only a month but holds a day in it; the last day of the month was taken");
        }
        return meant(row, column, ExpiryText.plausible(last));
    }

    private static <C extends Enum<C> & Heading> @Nullable LocalDate meant(
            RowCells<C> row, C column, ExpiryText.Meaning meaning) {
        return switch (meaning) {
            case ExpiryText.Meaning.Day(LocalDate day) -> day;
            case ExpiryText.Meaning.Unclear(String sentence) -> row.fault(column, sentence);
        };
    }
}
