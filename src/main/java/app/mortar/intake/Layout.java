package app.mortar.intake;

import app.mortar.workbook.Address;
import java.util.Map;

/**
 * Where a list stands in its workbook; lets whoever finds a fault later name the cell.
 *
 * @param sheet the sheet's name
 * @param headingRow the row of the headings, from 1
 * @param columns the columns that the list has, from 0 (A)
 */
public record Layout<C>(String sheet, int headingRow, Map<C, Integer> columns) {
    public Layout {
        columns = Map.copyOf(columns);
    }

    public boolean has(C column) {
        return columns.containsKey(column);
    }

    /** The cell of a column in a row, e.g. {@code C7}; column A when the list has no such column. */
    public String cell(C column, int row) {
        return new Address(sheet, row, columns.getOrDefault(column, 0)).cell();
    }

    /** A fault in that cell. */
    public Fault fault(C column, int row, String value, String sentence) {
        return new Fault(sheet, cell(column, row), value, sentence);
    }
}
