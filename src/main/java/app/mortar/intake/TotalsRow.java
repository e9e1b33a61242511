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

    private static final Set<String> WORDS = Set.of(
            "total", "totals", "grandtotal", "subtotal", "sum", "overall", "totalunits", "totalquantity", "summe",
            "gesamt", "gesamtsumme");

    static <C extends Enum<C> & Heading> TotalsRow judge(RowCells<C> row, Class<C> columns, @Nullable C totalled) {
        int numbers = 0;
        int words = 0;
        int others = 0;
        boolean inTotalled = false;
        for (C column : columns.getEnumConstants()) {
            Cell cell = row.cell(column);
            if (cell instanceof Cell.Blank) {
                continue;
            }
            if (isNumber(cell)) {
                numbers++;
                inTotalled |= column == totalled;
            } else if (cell instanceof Cell.Text(String text) && WORDS.contains(Heading.key(text))) {
                words++;
            } else {
                others++;
            }
        }
        if (numbers + words + others == 0) {
            return NOTHING;
        }
        if (others > 0 || words > 1) {
            return DATA;
        }
        if (words == 1) {
            return TOTAL;
        }
        return inTotalled && numbers <= 2 && !hasCode(row, columns) ? LONE_NUMBER : DATA;
    }

    /** Formulas are what totals are mostly made of; templates keep numbers as text. */
    private static boolean isNumber(Cell cell) {
        return switch (cell) {
            case Cell.Numeric number -> true;
            case Cell.Formula formula -> true;
            case Cell.Text(String text) -> !text.isEmpty() && text.chars().allMatch(c -> "0123456789., ".indexOf(c) >= 0);
            default -> false;
        };
    }

    private static <C extends Enum<C> & Heading> boolean hasCode(RowCells<C> row, Class<C> columns) {
        return !(row.cell(columns.getEnumConstants()[0]) instanceof Cell.Blank);
    }
}
