package app.mortar.workbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Fills one sheet of a new workbook. */
final class SheetFiller {
    private final SXSSFSheet sheet;
    private final NewSheet plan;
    private final Styles styles;
    private final List<CellFiller> columns;
    private final CellFiller beyond;
    private final BigDecimal[] sums;
    private final int mostRows;
    private int next;

    SheetFiller(SXSSFSheet sheet, NewSheet plan, Styles styles, int mostRows) {
        this.sheet = sheet;
        this.plan = plan;
        this.styles = styles;
        this.mostRows = mostRows;
        this.columns = plan.columns().stream()
                .map(column -> new CellFiller(column.format(), styles))
                .toList();
        this.beyond = new CellFiller("General", styles);
        this.sums = new BigDecimal[columns.size()];
        Arrays.fill(sums, BigDecimal.ZERO);
    }

    /** Takes rows until there are no more, or the sheet is full. */
    void fill(Iterator<? extends List<Cell>> rows) {
        for (int i = 0; i < plan.columns().size(); i++) {
            NewSheet.Column column = plan.columns().get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            sheet.setDefaultColumnStyle(i, styles.plain(column.format()));
            allow(i, column.entry());
        }
        if (plan.headed()) {
            headings();
        }
        int first = next;
        int last = plan.finish() == NewSheet.Finish.REPORT ? mostRows - 1 : mostRows;
        while (next < last && rows.hasNext()) {
            row(rows.next());
        }
        if (plan.finish() != NewSheet.Finish.PLAIN) {
            finish(first);
        }
        plan.notes().forEach((at, note) -> note(at.row() - 1, at.column(), note));
    }

    private void finish(int first) {
        int count = next - first;
        sheet.setAutoFilter(new CellRangeAddress(0, next - 1, 0, columns.size() - 1));
        if (plan.finish() == NewSheet.Finish.REPORT) {
            TotalRow.write(
                    sheet.createRow(next++), plan.columns(), "SUBTOTAL(109,", first, count, List.of(sums), styles);
        }
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        printable(sheet, true);
    }

    /** One page wide, as many high as it takes, numbered. */
    static void printable(SXSSFSheet sheet, boolean landscape) {
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(landscape);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.getHeader().setLeft("&A");
        sheet.getFooter().setRight("&P / &N");
    }

    private void headings() {
        SXSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(20);
        for (int i = 0; i < plan.columns().size(); i++) {
            NewSheet.Column column = plan.columns().get(i);
            CellFiller.text(row.createCell(i), column.heading(), styles.heading(column));
            if (!column.note().isEmpty()) {
                note(0, i, column.note());
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private void row(List<Cell> cells) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell instanceof Cell.Blank) {
                continue;
            }
            boolean known = i < columns.size();
            (known ? columns.get(i) : beyond).fill(row.createCell(i), cell);
            if (known && plan.columns().get(i).summed()) {
                sums[i] = sums[i].add(CellFiller.number(cell));
            }
        }
    }

    private void note(int row, int column, String note) {
        ClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 5);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(row, column);
        comment.setString(new XSSFRichTextString(CellFiller.text(note)));
    }

    private void allow(int column, NewSheet.Entry entry) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String cell = Address.columnName(column) + "2";
        DataValidationConstraint allowed =
                switch (entry) {
                    case ANYTHING -> null;
                    case YES_OR_NO -> helper.createExplicitListConstraint(new String[] {"yes", "no"});
                    // what is typed into a cell formatted as text is text, so it is made a number first
                    case WHOLE_NUMBER ->
                        helper.createCustomConstraint(
                                "AND(ISNUMBER(--" + cell + "),--" + cell + ">=0,INT(--" + cell + ")=--" + cell + ")");
                    case NUMBER -> helper.createCustomConstraint("AND(ISNUMBER(--" + cell + "),--" + cell + ">=0)");
                };
        if (allowed == null) {
            return;
        }
        DataValidation validation =
                helper.createValidation(allowed, new CellRangeAddressList(1, Address.LAST_ROW - 1, column, column));
        validation.setShowErrorBox(true);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(
                plan.columns().get(column).heading(),
                switch (entry) {
                    case YES_OR_NO -> "Write yes or no.";
                    case WHOLE_NUMBER -> "Write a whole number, e.g. 24.";
                    case NUMBER -> "Write a number, e.g. 12.50.";
                    case ANYTHING -> "";
                });
        sheet.addValidationData(validation);
    }
}
