package app.mortar.intake;

import app.mortar.workbook.Cell;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the total that many lists end with from a row of the list. */
enum TotalsRow {
    /** Nothing in the columns that are read. */
    NOTHING,
    /** A row of the list. */
    DATA,
    /** The word Total, and numbers. */
    TOTAL,
    /** Only a number in the column that is added up: a total if nothing comes after it. */
    LONE_NUMBER;

    private static final int LONGEST_WORD = 40;
    private static final Set<String> WORDS = Set.of(
            "total",
            "totals",
            "grandtotal",
            "subtotal",
            "sum",
            "overall",
            "totalunits",
            "totalquantity",
            "summe",
            "gesamt",
            "gesamtsumme");

    /**
     * Judges one row.
     *
     * @param codes the columns that say what a row is about: a row with anything but "Total" there is no total
     * @param totalled the column that is added up; null for none
     */
    static <C extends Enum<C> & Heading> TotalsRow judge(
            RowCells<C> row, Class<C> columns, Set<C> codes, @Nullable C totalled) {
        int numbers = 0;
        int words = 0;
        boolean inTotalled = false;
        for (C column : columns.getEnumConstants()) {
            Cell cell = row.cell(column);
            if (cell instanceof Cell.Blank) {
                continue;
            }
            if (isNumber(cell) && !codes.contains(column)) {
                numbers++;
                inTotalled |= column == totalled;
            } else if (isWord(cell)) {
                words++;
            } else {
                return DATA;
            }
        }
        if (words > 0) {
            return words == 1 ? TOTAL : DATA;
        }
        if (numbers == 0) {
            return NOTHING;
        }
        return inTotalled && numbers <= 2 ? LONE_NUMBER : DATA;
    }

    private static boolean isWord(Cell cell) {
        return cell instanceof Cell.Text(String text)
                && text.length() <= LONGEST_WORD
                && WORDS.contains(Heading.key(text));
    }

    /** Formulas are what totals are mostly made of; templates keep numbers as text. */
    private static boolean isNumber(Cell cell) {
        return switch (cell) {
            case Cell.Numeric number -> true;
            case Cell.Formula formula -> true;
            case Cell.Text(String text) ->
                !text.isEmpty() && text.chars().allMatch(c -> "0123456789., ".indexOf(c) >= 0);
            default -> false;
        };
    }
}
