package app.mortar.intake;

import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.WorkbookWriter;
import java.nio.file.Path;
import java.util.List;

/** The faults of a list as a workbook that its sender can work through. */
public final class ToMend {
    private static final List<NewSheet.Column> COLUMNS = List.of(
            NewSheet.Column.text("Sheet", 16),
            NewSheet.Column.text("Cell", 10),
            NewSheet.Column.text("Value", 40),
            NewSheet.Column.text("How to mend it", 110));

    private ToMend() {}

    /**
     * Writes one row per fault; an existing file is replaced.
     *
     * @throws app.mortar.workbook.Unwritable the file could not be written
     */
    public static void write(Path target, Faults faults) {
        List<List<Cell>> rows = faults.first().stream()
                .map(fault -> List.of(
                        Cell.of(fault.sheet()),
                        Cell.of(fault.cell()),
                        Cell.of(fault.value()),
                        Cell.of(fault.sentence())))
                .toList();
        WorkbookWriter.write(target, List.of(NewSheet.list("To mend", COLUMNS, rows)));
    }
}
