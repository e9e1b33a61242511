package app.mortar.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The cell styles of one new workbook, each made once: Excel opens no file with more than 64 000. */
final class Styles {
    private final Workbook workbook;
    private final Map<Look, CellStyle> made = new HashMap<>();
    private final CellStyle heading;

    private record Look(String format, boolean quoted) {}

    Styles(Workbook workbook) {
        this.workbook = workbook;
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading = workbook.createCellStyle();
        heading.setFont(bold);
        heading.setFillForegroundColor(IndexedColors.LIGHT_GREEN.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heading.setBorderBottom(BorderStyle.THIN);
        heading.setVerticalAlignment(VerticalAlignment.CENTER);
        heading.setDataFormat(workbook.createDataFormat().getFormat("@"));
    }

    CellStyle heading() {
        return heading;
    }

    CellStyle plain(String format) {
        return made.computeIfAbsent(new Look(format, false), this::make);
    }

    /** Shown like {@code plain}, and kept as text when somebody edits the cell. */
    CellStyle quoted(String format) {
        return made.computeIfAbsent(new Look(format, true), this::make);
    }

    private CellStyle make(Look look) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
        style.setQuotePrefixed(look.quoted());
        return style;
    }
}
