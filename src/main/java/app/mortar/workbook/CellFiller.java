package app.mortar.workbook;

import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFCell;

/** Puts what a {@link Cell} holds into the cells of one column of a new workbook. */
final class CellFiller {
    /** A cell that begins with one of these could be taken for a formula by whoever opens or converts the file. */
    private static final String LOOKS_LIKE_A_FORMULA = "=+-@\t\r";

    private final Styles styles;
    private final CellStyle plain;
    private final CellStyle quoted;
    private final boolean dates;

    CellFiller(String format, Styles styles) {
        this.styles = styles;
        this.plain = styles.plain(format);
        this.quoted = styles.quoted(format);
        this.dates = DateFormat.shows(format, 'y');
    }

    void fill(SXSSFCell target, Cell cell) {
        target.setCellStyle(plain);
        switch (cell) {
            case Cell.Text(String text) -> {
                if (!text.isEmpty() && LOOKS_LIKE_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
                    target.setCellStyle(quoted);
                }
                target.setCellValue(text(text));
            }
            case Cell.Numeric number -> target.setCellValue(Digits.toDouble(number.exact()));
            case Cell.Date date -> {
                target.setCellValue(date.day());
                if (!dates) {
                    target.setCellStyle(styles.plain(date.format()));
                }
            }
            case Cell.Bool(boolean value) -> target.setCellValue(value);
            case Cell.Broken(String code) -> target.setCellValue(text(code));
            case Cell.Formula formula -> {
                target.setCellStyle(quoted); // shown, never alive again
                target.setCellValue(text(formula.shown()));
            }
            case Cell.Blank blank -> target.setBlank();
        }
    }

    /** What a sum takes from the cell. */
    static BigDecimal number(Cell cell) {
        return cell instanceof Cell.Numeric numeric ? new BigDecimal(numeric.exact()) : BigDecimal.ZERO;
    }

    static void text(SXSSFCell target, String text, CellStyle style) {
        target.setCellValue(text(text));
        target.setCellStyle(style);
    }

    /** Excel opens no file with a longer text in a cell. */
    static String text(String text) {
        String encoded = EscapedText.encode(text);
        return encoded.length() <= Cell.LONGEST_TEXT ? encoded : encoded.substring(0, Cell.LONGEST_TEXT - 1) + "…";
    }
}
