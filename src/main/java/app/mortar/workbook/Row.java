package app.mortar.workbook;

import java.util.Collections;
import java.util.SortedMap;

/**
 * One row that holds something.
 *
 * @param sheet the sheet's name
 * @param number as Excel numbers it, from 1
 * @param cells by column from 0; blank cells are left out
 */
public record Row(String sheet, int number, SortedMap<Integer, Cell> cells) {
    public Row {
        cells = Collections.unmodifiableSortedMap(cells);
    }

    /** The cell in a column from 0. */
    public Cell cell(int column) {
        return cells.getOrDefault(column, Cell.BLANK);
    }

    /** Where that cell is. */
    public Address address(int column) {
        return new Address(sheet, number, column);
    }
}
