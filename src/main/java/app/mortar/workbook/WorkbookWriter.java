package app.mortar.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes .xlsx files: beside the target first, then moved over it in one step, so that an existing file is replaced
 * only by a complete one. Text that looks like a formula stays text. Rows beyond 5 000 wait on disk, not in memory.
 */
public final class WorkbookWriter {
    private static final int ROWS_IN_MEMORY = 5_000;

    private WorkbookWriter() {}

    /**
     * Writes a workbook with these sheets.
     *
     * @throws Unwritable it could not be written; what stood at {@code target} before is untouched
     */
    public static void write(Path target, List<NewSheet> sheets) {
        Path place = target.toAbsolutePath();
        String name = String.valueOf(place.getFileName());
        if (Files.isDirectory(place)) {
            throw new Unwritable(target + " is a folder; name a file in it.", null);
        }
        try {
            if (Files.exists(place)) {
                place = place.toRealPath(); // a link stays a link
            }
            Path draft = place.resolveSibling("." + name + "." + UUID.randomUUID() + ".part");
            try {
                fill(draft, sheets);
                move(draft, place);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (NoSuchFileException e) {
            throw new Unwritable("There is no folder " + place.getParent() + ".", e);
        } catch (AccessDeniedException e) {
            throw new Unwritable(
                    target + " may not be written. Close it in Excel, or ask for the right to write there.", e);
        } catch (IOException e) {
            throw new Unwritable(target + " could not be written: " + e.getMessage(), e);
        }
    }

    private static void fill(Path draft, List<NewSheet> sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW);
                SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            try {
                fill(workbook, sheets);
            } finally {
                for (Sheet sheet : workbook) {
                    ((SXSSFSheet) sheet).flushRows(); // else a list that broke off leaves its rows on disk
                }
            }
            workbook.write(out);
        }
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true); // a move that survives a power cut must not find an empty file
        }
    }

    private static void fill(SXSSFWorkbook workbook, List<NewSheet> sheets) {
        Styles styles = new Styles(workbook);
        for (NewSheet plan : sheets) {
            SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(plan.name(), '-'));
            new SheetFiller(sheet, plan, styles).fill();
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
