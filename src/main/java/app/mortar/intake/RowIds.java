package app.mortar.intake;

import app.mortar.workbook.Unreadable;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which product each row of an exported list is. */
final class RowIds {
    /**
     * A row's tie to its product.
     *
     * @param row in the sheet, from 1
     * @param id null in a row that somebody added
     * @param seen when the product was changed last, as it was at the export
     */
    record Row(int row, @Nullable Long id, @Nullable Instant seen) {}

    private final WorkbookReader workbooks;

    RowIds(WorkbookReader workbooks) {
        this.workbooks = workbooks;
    }

    Reading<Row, RowIdColumn> read(Path file) {
        ListReader<RowIdColumn, Row> list =
                new ListReader<>(RowIdColumn.class, Set.of(RowIdColumn.SKU), null, RowIds::row);
        try {
            workbooks.read(file, list);
        } catch (Unreadable e) {
            return new Reading.Unusable<>(String.valueOf(e.getMessage()));
        }
        list.finish();
        return list.result(String.valueOf(file.getFileName()));
    }

    private static @Nullable Row row(RowCells<RowIdColumn> cells) {
        if (cells.blank(RowIdColumn.ROW_ID)) {
            return new Row(cells.row(), null, null);
        }
        try {
            long id = Long.parseLong(PlainText.of(cells.cell(RowIdColumn.ROW_ID).shown()));
            Instant seen = Instant.parse(
                    PlainText.of(cells.cell(RowIdColumn.LAST_CHANGED).shown()));
            return new Row(cells.row(), id, seen);
        } catch (NumberFormatException | DateTimeException e) {
            return cells.fault(
                    RowIdColumn.ROW_ID,
                    "Row id and Last changed were edited. Copy them from the export, or clear both.");
        }
    }
}
