package app.mortar.intake;

import app.mortar.kernel.Gtin;
import app.mortar.workbook.Cell;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes are compared letter by letter, so what Excel made of them must not pass for them. */
final class Codes {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9][.,][0-9]+[Ee]\\+[0-9]+");
    private static final Pattern LOST_DIGITS = Pattern.compile("[1-9][0-9]*0{6,}");
    private static final Pattern PLAIN_FORMAT = Pattern.compile("(?i)general|@|#|0");

    private Codes() {}

    /** A code that must be there and be text; empty after a fault. */
    static <C extends Enum<C> & Heading> String text(RowCells<C> row, C column, int longest) {
        String code =
                switch (row.cell(column)) {
                    case Cell.Blank blank -> row.missing(column);
                    case Cell.Text(String text) -> text(row, column, text, longest);
                    case Cell cell -> notText(row, column, cell);
                };
        return code == null ? "" : code;
    }

    /**
     * A code that must be there; whole numbers are taken as they stand. Excel drops leading zeros when it makes a
     * number of a code, and nobody can see that afterwards. Most shops' codes are plain numbers without any, so this
     * is told, not refused.
     */
    static <C extends Enum<C> & Heading> String textOrNumber(RowCells<C> row, C column, int longest) {
        if (row.cell(column) instanceof Cell.Numeric number
                && PLAIN_FORMAT.matcher(number.format()).matches()) {
            String digits = number.value().toPlainString();
            if (DIGITS.matcher(digits).matches()) {
                row.remark(
                        column,
                        column.heading() + " is a number in Excel and was taken as it stands; zeros at its start, if it"
                                + " had any, are lost");
                return digits;
            }
        }
        return text(row, column, longest);
    }

    /**
     * A GTIN; null for a blank cell. A number is taken when all its digits are there, which the check digit proves.
     */
    static <C extends Enum<C> & Heading> @Nullable Gtin gtin(RowCells<C> row, C column) {
        return switch (row.cell(column)) {
            case Cell.Blank blank -> null;
            case Cell.Text(String text) ->
                gtin(
                        row,
                        column,
                        PlainText.of(text).replace(" ", "").replace("-", ""),
                        " Read it again from the pack.");
            case Cell.Numeric number ->
                gtin(
                        row,
                        column,
                        number.value().toPlainString(),
                        " Excel may have dropped zeros at its start." + RowCells.AS_TEXT + ", from the pack.");
            case Cell cell -> {
                notText(row, column, cell);
                yield null;
            }
        };
    }

    private static <C extends Enum<C> & Heading> @Nullable Gtin gtin(
            RowCells<C> row, C column, String digits, String mend) {
        if (SCIENTIFIC.matcher(digits).matches() || LOST_DIGITS.matcher(digits).matches()) {
            return row.fault(
                    column,
                    "Excel made a number of this GTIN and its last digits are lost." + RowCells.AS_TEXT
                            + ", from the pack.");
        }
        if (!DIGITS.matcher(digits).matches() || digits.chars().allMatch(c -> c == '0')) {
            return row.fault(
                    column,
                    "A GTIN is the 8, 12, 13 or 14 digits under the barcode. Leave the cell blank when there is none.");
        }
        int length = digits.length();
        if (length != 8 && (length < 12 || length > 14)) {
            return row.fault(column, "A GTIN has 8, 12, 13 or 14 digits, this has " + length + "." + mend);
        }
        int last = Gtin.checkDigit(digits.substring(0, length - 1));
        if (last != digits.charAt(length - 1) - '0') {
            return row.fault(
                    column,
                    "The last digit should be " + last + ": a digit was misread or mistyped. Read it again from the"
                            + " pack.");
        }
        return Gtin.of(digits);
    }

    private static <C extends Enum<C> & Heading> @Nullable String text(
            RowCells<C> row, C column, String text, int longest) {
        if (PlainText.breaks(text)) {
            return row.fault(column, "There is a line break or tab in it. Delete it.");
        }
        if (SCIENTIFIC.matcher(text.strip()).matches()) {
            return madeANumber(row, column);
        }
        return row.checked(column, text, longest);
    }

    private static <C extends Enum<C> & Heading> @Nullable String notText(RowCells<C> row, C column, Cell cell) {
        return switch (cell) {
            case Cell.Broken broken -> row.broken(column);
            case Cell.Formula formula -> row.formula(column);
            case Cell.Date date ->
                row.fault(column, "Excel made a date of it." + RowCells.AS_TEXT + ", as it stands on the pack.");
            case Cell.Bool bool ->
                row.fault(
                        column, "Excel made a yes/no value of it." + RowCells.AS_TEXT + ", as it stands on the pack.");
            default -> madeANumber(row, column);
        };
    }

    private static <C extends Enum<C> & Heading> @Nullable String madeANumber(RowCells<C> row, C column) {
        return row.fault(
                column,
                "Excel made a number of it; zeros at its start or an E in it may be lost." + RowCells.AS_TEXT
                        + ", as it stands on the pack.");
    }
}
