package app.mortar.report;

import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A data sheet of a report: its columns, and its rows as they are read.
 *
 * @param name the sheet's name
 * @param fields its columns, with {@code SKU} among them
 * @param rows read when they are taken
 */
record ListOf<R>(String name, List<Field<R>> fields, Iterable<R> rows) {
    List<NewSheet.Column> columns() {
        return fields.stream().map(Field::column).toList();
    }

    private List<Cell> cells(R row) {
        Cell[] cells = new Cell[fields.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = fields.get(i).cell().apply(row);
        }
        return Arrays.asList(cells); // a million rows need no copies
    }

    /** The cells of each row. */
    Iterable<List<Cell>> cells() {
        return () -> {
            Iterator<R> source = rows.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return source.hasNext();
                }

                @Override
                public List<Cell> next() {
                    return cells(source.next());
                }
            };
        };
    }
}
