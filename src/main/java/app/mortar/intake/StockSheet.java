package app.mortar.intake;

import static app.mortar.intake.StockColumn.*;

import app.mortar.workbook.Unreadable;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a stock list from a workbook. */
public final class StockSheet {
    private final WorkbookReader workbooks;

    public StockSheet(WorkbookReader workbooks) {
        this.workbooks = workbooks;
    }

    /** Reads the whole list, or says what must be mended. */
    public Reading<StockRow, StockColumn> read(Path file) {
        return new OneFile().read(file);
    }

    private record Batch(String sku, String number) {}

    private record Seen(int row, @Nullable LocalDate expiryDate) {}

    /** What must be remembered of one file while it is read. */
    private final class OneFile {
        private final ListReader<StockColumn, StockRow> list =
                new ListReader<>(StockColumn.class, Set.of(SKU, BATCH_NUMBER), QUANTITY, this::row);
        private final Map<Batch, Seen> batches = new HashMap<>();

        Reading<StockRow, StockColumn> read(Path file) {
            try {
                workbooks.read(file, list);
            } catch (Unreadable e) {
                return new Reading.Unusable<>(String.valueOf(e.getMessage()));
            }
            list.finish();
            return list.result(String.valueOf(file.getFileName()));
        }

        private @Nullable StockRow row(RowCells<StockColumn> cells) {
            StockRow row = new StockRow(
                    cells.row(),
                    Codes.textOrNumber(cells, SKU, 64),
                    Codes.text(cells, BATCH_NUMBER, 40),
                    ExpiryCell.of(cells, EXPIRY_DATE),
                    Amounts.units(cells, QUANTITY, 1),
                    Amounts.money(cells, UNIT_COST),
                    Words.orNull(cells, SHELF, 50));
            if (!cells.clean()) {
                return null;
            }
            once(cells, row);
            return cells.clean() ? row : null;
        }

        /** The same batch twice is a slip of copy and paste more often than two boxes of it. */
        private void once(RowCells<StockColumn> cells, StockRow row) {
            Seen earlier =
                    batches.putIfAbsent(new Batch(row.sku(), row.batchNumber()), new Seen(row.row(), row.expiryDate()));
            if (earlier == null) {
                return;
            }
            if (Objects.equals(earlier.expiryDate(), row.expiryDate())) {
                cells.fault(
                        BATCH_NUMBER,
                        "This batch of " + row.sku() + " stands in row " + earlier.row()
                                + " too. Delete one of the rows, or add their quantities up in one.");
            } else {
                cells.fault(
                        EXPIRY_DATE,
                        "Batch " + row.batchNumber() + " of " + row.sku() + " expires "
                                + said(earlier.expiryDate()) + " in row " + earlier.row() + " and "
                                + said(row.expiryDate())
                                + " here. Read the date again from the pack.");
            }
        }

        private static String said(@Nullable LocalDate day) {
            return day == null ? "never" : "on " + day;
        }
    }
}
