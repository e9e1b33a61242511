package app.mortar.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** Fills one sheet of a new workbook. */
final class SheetFiller {
    /** A cell that begins with one of these could be taken for a formula by whoever opens or converts the file. */
    private static final String LOOKS_LIKE_A_FORMULA = "=+-@\t\r";

    private final SXSSFSheet sheet;
    private final NewSheet plan;
    private final Styles styles;
    private int next;

    SheetFiller(SXSSFSheet sheet, NewSheet plan, Styles styles) {
        this.sheet = sheet;
        this.plan = plan;
        this.styles = styles;
    }

    void fill() {
        for (int i = 0; i < plan.columns().size(); i++) {
            NewSheet.Column column = plan.columns().get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            sheet.setDefaultColumnStyle(i, styles.plain(column.format()));
            allow(i, column.entry());
        }
        if (plan.headed()) {
            headings();
        }
        plan.rows().forEach(this::row);
        plan.notes().forEach((at, note) -> note(at.row() - 1, at.column(), note));
    }

    private void headings() {
        SXSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints(20);
        for (int i = 0; i < plan.columns().size(); i++) {
            NewSheet.Column column = plan.columns().get(i);
            SXSSFCell cell = row.createCell(i);
            cell.setCellValue(text(column.heading()));
            cell.setCellStyle(styles.heading());
            if (!column.note().isEmpty()) {
                note(0, i, column.note());
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private void row(List<Cell> cells) {
        SXSSFRow row = sheet.createRow(next++);
        for (int i = 0; i < cells.size(); i++) {
            if (!(cells.get(i) instanceof Cell.Blank)) {
                String format =
                        i < plan.columns().size() ? plan.columns().get(i).format() : "General";
                fill(row.createCell(i), cells.get(i), format);
            }
        }
    }

    private void fill(SXSSFCell target, Cell cell, String format) {
        target.setCellStyle(styles.plain(format));
        switch (cell) {
            case Cell.Text(String text) -> {
                if (!text.isEmpty() && LOOKS_LIKE_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
                    target.setCellStyle(styles.quoted(format));
                }
                target.setCellValue(text(text));
            }
            case Cell.Numeric number -> target.setCellValue(number.value().doubleValue());
            case Cell.Date date -> {
                target.setCellValue(date.day());
                if (!dates(format)) {
                    target.setCellStyle(styles.plain(date.format()));
                }
            }
            case Cell.Bool(boolean value) -> target.setCellValue(value);
            case Cell.Broken(String code) -> target.setCellValue(text(code));
            case Cell.Formula formula -> {
                target.setCellStyle(styles.quoted(format)); // shown, never alive again
                target.setCellValue(text(formula.shown()));
            }
            case Cell.Blank blank -> target.setBlank();
        }
    }

    private static boolean dates(String format) {
        return DateFormat.shows(format, 'y');
    }

    /** Excel opens no file with a longer text in a cell. */
    private static String text(String text) {
        String encoded = EscapedText.encode(text);
        return encoded.length() <= Cell.LONGEST_TEXT ? encoded : encoded.substring(0, Cell.LONGEST_TEXT - 1) + "…";
    }

    private void note(int row, int column, String note) {
        ClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + 5);
        Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setAddress(row, column);
        comment.setString(new XSSFRichTextString(text(note)));
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
