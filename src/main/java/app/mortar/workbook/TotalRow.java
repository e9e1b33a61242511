package app.mortar.workbook;

import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;

/** The last row of a table: "Total", and formulas that have their results with them. */
final class TotalRow {
    private TotalRow() {}

    /**
     * Writes it.
     *
     * @param function {@code SUM}, or a beginning of a formula's arguments such as {@code SUBTOTAL(109,}
     * @param first the first row of the table, from 0
     * @param count how many rows it has
     * @param sums the result for each column
     */
    static void write(
            SXSSFRow row,
            List<NewSheet.Column> columns,
            String function,
            int first,
            int count,
            List<BigDecimal> sums,
            Styles styles) {
        for (int i = 0; i < columns.size(); i++) {
            SXSSFCell cell = row.createCell(i);
            NewSheet.Column column = columns.get(i);
            cell.setCellStyle(styles.total(column.format()));
            if (column.summed()) {
                if (count > 0) {
                    cell.setCellFormula(formula(function, Address.columnName(i), first + 1, first + count));
                }
                cell.setCellValue(sums.get(i).doubleValue());
            } else if (i == 0) {
                cell.setCellValue("Total");
            }
        }
    }

    private static String formula(String function, String column, int first, int last) {
        String range = column + first + ":" + column + last + ")";
        return function.endsWith(",") ? function + range : function + "(" + range;
    }
}
