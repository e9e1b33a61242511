package app.mortar.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/** The cell styles of one new workbook, each made once: Excel opens no file with more than 64 000. */
final class Styles {
    private static final int PETROL = 0x0E6579;
    private static final int PETROL_TINT = 0xDDEEF1;
    private static final int MUTED = 0x545B60;
    private static final int[] SERIES = {0x0E6579, 0xB97A1E, 0xA8473A, 0x67864F, 0x66727A, 0x7A5980};

    private final SXSSFWorkbook workbook;
    private final Map<Look, CellStyle> made = new HashMap<>();
    private final CellStyle heading;
    private final CellStyle numberHeading;
    private final CellStyle title;
    private final CellStyle subtitle;
    private final CellStyle label;

    private enum Kind {
        PLAIN,
        QUOTED,
        TOTAL
    }

    private record Look(String format, Kind kind) {}

    Styles(SXSSFWorkbook workbook) {
        this.workbook = workbook;
        heading = headline();
        numberHeading = headline();
        numberHeading.setAlignment(HorizontalAlignment.RIGHT);
        title = text(18, true, PETROL);
        title.setVerticalAlignment(VerticalAlignment.CENTER);
        subtitle = text(12, true, PETROL);
        label = text(11, false, MUTED);
    }

    private CellStyle headline() {
        CellStyle style = text(11, true, PETROL);
        style.setFillForegroundColor(color(PETROL_TINT));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        return style;
    }

    private static XSSFColor color(int rgb) {
        return new XSSFColor(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}, null);
    }

    /** The colour of a chart's n-th series. */
    static XDDFSolidFillProperties series(int number) {
        int rgb = SERIES[number % SERIES.length];
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
    }

    private CellStyle text(int size, boolean bold, int rgb) {
        XSSFFont font = (XSSFFont) workbook.createFont();
        font.setBold(bold);
        font.setFontHeightInPoints((short) size);
        font.setColor(color(rgb));
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        return style;
    }

    /** The style of a column's heading: over numbers and dates at the right, where these stand. */
    CellStyle heading(NewSheet.Column column) {
        return column.format().equals("@") ? heading : numberHeading;
    }

    CellStyle title() {
        return title;
    }

    CellStyle subtitle() {
        return subtitle;
    }

    CellStyle label() {
        return label;
    }

    CellStyle plain(String format) {
        return made.computeIfAbsent(new Look(format, Kind.PLAIN), this::make);
    }

    /** Shown like {@code plain}, and kept as text when somebody edits the cell. */
    CellStyle quoted(String format) {
        return made.computeIfAbsent(new Look(format, Kind.QUOTED), this::make);
    }

    /** Shown like {@code plain}, as the sum under a column. */
    CellStyle total(String format) {
        return made.computeIfAbsent(new Look(format, Kind.TOTAL), this::make);
    }

    private CellStyle make(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setQuotePrefixed(look.kind() == Kind.QUOTED);
        if (look.kind() == Kind.TOTAL) {
            Font bold = workbook.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setBorderTop(BorderStyle.THIN);
        }
        return style;
    }
}
