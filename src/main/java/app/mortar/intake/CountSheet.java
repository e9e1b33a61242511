package app.mortar.intake;

import static app.mortar.intake.CountColumn.BATCH_NUMBER;
import static app.mortar.intake.CountColumn.COUNTED;
import static app.mortar.intake.CountColumn.EXPIRY_DATE;
import static app.mortar.intake.CountColumn.SKU;

import app.mortar.count.Rounds;
import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.Unreadable;
import app.mortar.workbook.WorkbookReader;
import app.mortar.workbook.WorkbookWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A blind count sheet on paper or in Excel: written without quantities, read when it is filled in. */
public final class CountSheet {
    private final WorkbookReader workbooks;

    public CountSheet(WorkbookReader workbooks) {
        this.workbooks = workbooks;
    }

    /**
     * Writes a sheet to be filled in.
     *
     * @param title the round's name
     * @throws app.mortar.workbook.Unwritable the file could not be written
     */
    public static void write(Path target, String title, List<Rounds.ToCount> batches) {
        List<NewSheet.Column> columns = Arrays.stream(CountColumn.values())
                .map(column -> new NewSheet.Column(
                        column.heading(),
                        column == CountColumn.PRODUCT ? 36 : 16,
                        "@",
                        column.help(),
                        column == COUNTED ? NewSheet.Entry.WHOLE_NUMBER : NewSheet.Entry.ANYTHING))
                .toList();
        List<List<Cell>> rows = batches.stream().map(CountSheet::row).toList();
        WorkbookWriter.write(target, List.of(NewSheet.list(title, columns, rows)));
    }

    private static List<Cell> row(Rounds.ToCount batch) {
        LocalDate expiry = batch.expiryDate();
        String shelf = batch.shelf();
        return List.of(
                Cell.of(batch.sku()),
                Cell.of(batch.product()),
                Cell.of(shelf == null ? "" : shelf),
                Cell.of(batch.batchNumber()),
                Cell.of(expiry == null ? "" : expiry.toString()),
                Cell.BLANK);
    }

    /** Reads a filled sheet, or says what must be mended. */
    public Reading<CountRow, CountColumn> read(Path file) {
        Map<Batch, Integer> seen = new HashMap<>();
        ListReader<CountColumn, CountRow> list =
                new ListReader<>(CountColumn.class, Set.of(SKU, BATCH_NUMBER), COUNTED, cells -> row(cells, seen));
        try {
            workbooks.read(file, list);
        } catch (Unreadable e) {
            return new Reading.Unusable<>(String.valueOf(e.getMessage()));
        }
        list.finish();
        return list.result(String.valueOf(file.getFileName()));
    }

    private record Batch(
            String sku, String number, @Nullable LocalDate expiryDate) {}

    private static @Nullable CountRow row(RowCells<CountColumn> cells, Map<Batch, Integer> seen) {
        Integer counted = Amounts.unitsOrNull(cells, COUNTED, 0);
        if (counted == null) {
            return null; // not counted, or a fault that is noted
        }
        CountRow row = new CountRow(
                cells.row(),
                Codes.textOrNumber(cells, SKU, 64),
                Codes.text(cells, BATCH_NUMBER, 40),
                ExpiryCell.of(cells, EXPIRY_DATE),
                counted);
        Integer earlier = seen.putIfAbsent(new Batch(row.sku(), row.batchNumber(), row.expiryDate()), row.row());
        if (earlier != null && cells.clean()) {
            cells.fault(COUNTED, "This batch stands in row " + earlier + " too. Add both up in one row.");
        }
        return cells.clean() ? row : null;
    }
}
