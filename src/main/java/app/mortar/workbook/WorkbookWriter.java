package app.mortar.workbook;

import java.nio.file.Path;
import java.util.List;

/** Writes .xlsx files whose sheets are known beforehand; see {@link NewWorkbook}. */
public final class WorkbookWriter {
    private WorkbookWriter() {}

    /**
     * Writes a workbook with these sheets.
     *
     * @throws Unwritable it could not be written; what stood at {@code target} before is untouched
     */
    public static void write(Path target, List<NewSheet> sheets) {
        try (NewWorkbook workbook = NewWorkbook.at(target)) {
            sheets.forEach(workbook::add);
            workbook.finish();
        }
    }
}
