package app.mortar.intake;

import static app.mortar.intake.ProductColumn.*;

import app.mortar.workbook.Unreadable;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a products list from a workbook. */
public final class ProductSheet {
    private final WorkbookReader workbooks;

    public ProductSheet(WorkbookReader workbooks) {
        this.workbooks = workbooks;
    }

    /** Reads the whole list, or says what must be mended. */
    public Reading<ProductRow, ProductColumn> read(Path file) {
        return new OneFile().read(file);
    }

    /** What must be remembered of one file while it is read. */
    private final class OneFile {
        private final ListReader<ProductColumn, ProductRow> list =
                new ListReader<>(ProductColumn.class, Set.of(SKU), null, this::row);
        private final Map<String, Integer> skus = new HashMap<>();
        private final Map<String, Integer> gtins = new HashMap<>();
        private final Set<ProductColumn> marked = EnumSet.noneOf(ProductColumn.class);
        private final Map<ProductColumn, List<Integer>> unmarked = new HashMap<>();

        Reading<ProductRow, ProductColumn> read(Path file) {
            String name = String.valueOf(file.getFileName());
            try {
                workbooks.read(file, list);
            } catch (Unreadable e) {
                return new Reading.Unusable<>(String.valueOf(e.getMessage()));
            }
            list.finish();
            blanksBesideMarks();
            return list.result(name);
        }

        private @Nullable ProductRow row(RowCells<ProductColumn> cells) {
            ProductRow row = new ProductRow(
                    cells.row(),
                    Codes.textOrNumber(cells, SKU, 64),
                    Words.required(cells, NAME, 200),
                    Codes.gtin(cells, GTIN),
                    Words.orNull(cells, GENERIC_NAME, 200),
                    Words.orNull(cells, STRENGTH, 100),
                    Words.orNull(cells, FORM, 100),
                    Words.orNull(cells, ATC_CODE, 20),
                    Words.orNull(cells, CATEGORY, 100),
                    Words.orNull(cells, SUPPLIER, 200),
                    Words.orNull(cells, SHELF, 50),
                    Amounts.unitsOrNull(cells, MINIMUM_LEVEL, 0),
                    Amounts.unitsOrNull(cells, REORDER_QUANTITY, 1),
                    Amounts.money(cells, PRICE),
                    YesNo.of(cells, CONTROLLED),
                    YesNo.of(cells, EXPIRES),
                    YesNo.of(cells, ACTIVE));
            once(cells, SKU, row.sku(), skus);
            once(cells, GTIN, row.gtin() == null ? "" : row.gtin().digits(), gtins);
            mark(cells, EXPIRES);
            mark(cells, ACTIVE);
            return cells.clean() ? row : null;
        }

        private void once(
                RowCells<ProductColumn> cells, ProductColumn column, String value, Map<String, Integer> seen) {
            Integer earlier = value.isEmpty() ? null : seen.putIfAbsent(value, cells.row());
            if (earlier != null) {
                cells.fault(
                        column,
                        "This " + column.heading() + " stands in row " + earlier + " too. Every product has one"
                                + " row; delete one of them or correct it.");
            }
        }

        private void mark(RowCells<ProductColumn> cells, ProductColumn column) {
            if (YesNo.marked(cells, column)) {
                marked.add(column);
            } else if (cells.blank(column)) {
                unmarked.computeIfAbsent(column, c -> new ArrayList<>()).add(cells.row());
            }
        }

        /** Blank means yes for Expires and Active, but in a column of crosses it may be meant as no: asked, not guessed. */
        private void blanksBesideMarks() {
            Layout<ProductColumn> layout = list.layout();
            for (ProductColumn column : marked) {
                for (int row : unmarked.getOrDefault(column, List.of())) {
                    if (layout != null) {
                        list.findings()
                                .fault(layout.fault(
                                        column,
                                        row,
                                        "",
                                        "Other rows are marked with a cross here, so a"
                                                + " blank cell could mean yes or no. Write yes or no."));
                    }
                }
            }
        }
    }
}
