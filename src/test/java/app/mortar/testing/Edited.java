package app.mortar.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Somebody types into a workbook's first sheet and saves it under another name. */
public final class Edited {
    private Edited() {}

    /**
     * Edits.
     *
     * @param typed text by cell, e.g. {@code B2}
     */
    public static Path of(Path list, String name, Map<String, String> typed) {
        Path done = list.resolveSibling(name);
        // a workbook that is opened by its name saves itself when it is closed
        try (InputStream in = Files.newInputStream(list);
                XSSFWorkbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(done)) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            typed.forEach((cell, text) -> {
                CellReference at = new CellReference(cell);
                XSSFRow row = sheet.getRow(at.getRow());
                (row == null ? sheet.createRow(at.getRow()) : row)
                        .createCell(at.getCol())
                        .setCellValue(text);
            });
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done;
    }
}
