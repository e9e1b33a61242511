package app.mortar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook read again by somebody who did not write it: each sheet as rows of heading and content. */
public final class ReadBack implements AutoCloseable {
    public final XSSFWorkbook workbook;

    private ReadBack(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public static ReadBack of(Path file) {
        try {
            return new ReadBack(new XSSFWorkbook(file.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> sheets() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    /** All rows below the headings, the total among them. */
    public List<Map<String, String>> rows(String sheet) {
        XSSFSheet list = workbook.getSheet(sheet);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 1; i <= list.getLastRowNum(); i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (Cell heading : list.getRow(0)) {
                cells.put(heading.getStringCellValue(), said(list.getRow(i), heading.getColumnIndex()));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** The rows without the total. */
    public List<Map<String, String>> data(String sheet) {
        List<Map<String, String>> rows = rows(sheet);
        return rows.subList(0, rows.size() - 1);
    }

    /** The last row. */
    public Map<String, String> total(String sheet) {
        return rows(sheet).getLast();
    }

    /** The formula of the total under a heading. */
    public String totalFormula(String sheet, String heading) {
        XSSFSheet list = workbook.getSheet(sheet);
        for (Cell cell : list.getRow(0)) {
            if (cell.getStringCellValue().equals(heading)) {
                return list.getRow(list.getLastRowNum())
                        .getCell(cell.getColumnIndex())
                        .getCellFormula();
            }
        }
        throw new AssertionError("No column " + heading);
    }

    private static String said(Row row, int column) {
        Cell cell = row.getCell(column);
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getCellStyle().getDataFormatString().contains("h")
                                ? cell.getLocalDateTimeCellValue().toString()
                                : cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : java.math.BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString();
            default -> "";
        };
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
