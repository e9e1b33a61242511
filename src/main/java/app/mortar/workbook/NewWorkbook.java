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
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * An .xlsx file in the making: written beside the target first, then moved over it in one step, so that an existing
 * file is replaced only by a complete one. Text that looks like a formula stays text. Rows wait on disk, not in memory.
 */
public final class NewWorkbook implements AutoCloseable {
    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_NAME = 31;

    private final Path target;
    private final Path place;
    private final Path draft;
    private final OutputStream out;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Styles styles = new Styles(workbook);
    private final int rowsPerSheet;

    private NewWorkbook(Path target, Path place, Path draft, OutputStream out, int rowsPerSheet) {
        this.target = target;
        this.place = place;
        this.draft = draft;
        this.out = out;
        this.rowsPerSheet = rowsPerSheet;
    }

    /**
     * Begins the file.
     *
     * @throws Unwritable nothing can be written there
     */
    public static NewWorkbook at(Path target) {
        return at(target, Address.LAST_ROW);
    }

    /** The same with smaller sheets. */
    static NewWorkbook at(Path target, int rowsPerSheet) {
        Path place = target.toAbsolutePath();
        if (Files.isDirectory(place)) {
            throw new Unwritable(target + " is a folder; name a file in it.", null);
        }
        try {
            if (Files.exists(place)) {
                place = place.toRealPath(); // a link stays a link
            }
            Path draft = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
            OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW);
            return new NewWorkbook(target, place, draft, out, rowsPerSheet);
        } catch (IOException e) {
            throw unwritable(target, place, e);
        }
    }

    private static Unwritable unwritable(Path target, Path place, IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> new Unwritable("There is no folder " + place.getParent() + ".", e);
            case AccessDeniedException denied ->
                new Unwritable(
                        target + " may not be written. Close it in Excel, or ask for the right to write there.", e);
            default -> new Unwritable(target + " could not be written: " + e.getMessage(), e);
        };
    }

    /** Adds a sheet; its rows are taken now, one by one. */
    public void add(NewSheet plan) {
        Iterator<? extends List<Cell>> rows = plan.rows().iterator();
        int part = 1;
        do {
            SXSSFSheet sheet = workbook.createSheet(name(plan.name(), part++));
            try {
                new SheetFiller(sheet, plan, styles, rowsPerSheet).fill(rows);
            } catch (RuntimeException e) {
                throw e.getCause() instanceof IOException io ? unwritable(target, place, io) : e;
            }
        } while (rows.hasNext());
    }

    /** Adds the page that says what the workbook is. */
    public void add(Cover cover) {
        SXSSFSheet sheet = workbook.createSheet(name(cover.name(), 1));
        new CoverFiller(sheet, cover, styles).fill();
    }

    private static String name(String wanted, int part) {
        String suffix = part == 1 ? "" : " (" + part + ")";
        String safe = WorkbookUtil.createSafeSheetName(wanted, '-');
        return safe.substring(0, Math.min(safe.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    /**
     * Completes the file and puts it in its place.
     *
     * @throws Unwritable it could not be written; what stood there before is untouched
     */
    public void finish() {
        try {
            workbook.write(out);
            out.close();
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true); // a move that survives a power cut must not find an empty file
            }
            move();
        } catch (IOException e) {
            throw unwritable(target, place, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Leaves nothing behind but the finished file, if it was finished. */
    @Override
    public void close() {
        try {
            for (Sheet sheet : workbook) {
                ((SXSSFSheet) Objects.requireNonNull(sheet)).flushRows(); // else a list that broke off leaves its rows
            }
            workbook.close();
            out.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw unwritable(target, place, e);
        }
    }
}
