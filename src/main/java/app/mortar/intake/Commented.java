package app.mortar.intake;

import app.mortar.workbook.Address;
import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.Row;
import app.mortar.workbook.SheetVisitor;
import app.mortar.workbook.WorkbookReader;
import app.mortar.workbook.WorkbookWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives a list back to its sender: the same cells, and what is wrong with them as comments. */
public final class Commented {
    private static final int WIDTH = 16;

    private Commented() {}

    /**
     * Writes {@code target} with the sheet that the faults are about.
     *
     * @throws app.mortar.workbook.Unreadable the list cannot be read any more
     * @throws app.mortar.workbook.Unwritable the copy could not be written
     */
    public static void write(Path list, WorkbookReader workbooks, Faults faults, Path target) {
        String name = faults.first().isEmpty() ? "" : faults.first().getFirst().sheet();
        Copy copy = new Copy(name);
        workbooks.read(list, copy);
        Map<Address, String> notes = new HashMap<>();
        faults.first()
                .forEach(fault -> notes.merge(address(fault), fault.sentence(), (one, other) -> one + "\n" + other));
        List<NewSheet.Column> columns = IntStream.range(0, copy.width)
                .mapToObj(column -> NewSheet.Column.text("", WIDTH))
                .toList();
        WorkbookWriter.write(
                target,
                List.of(NewSheet.page(
                                name,
                                columns.stream().map(NewSheet.Column::width).collect(Collectors.toList()),
                                copy.rows)
                        .noting(notes)));
    }

    private static Address address(Fault fault) {
        String cell = fault.cell();
        int letters = 0;
        int column = 0;
        while (letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
            column = column * 26 + (cell.charAt(letters++) - 'A' + 1);
        }
        return new Address(fault.sheet(), Integer.parseInt(cell.substring(letters)), column - 1);
    }

    private static final class Copy implements SheetVisitor {
        private final String wanted;
        private final List<List<Cell>> rows = new ArrayList<>();
        private int width = 1;

        Copy(String wanted) {
            this.wanted = wanted;
        }

        @Override
        public Next sheet(String name, boolean hidden) {
            return name.equals(wanted) ? Next.GO_ON : Next.SKIP_THIS_SHEET;
        }

        @Override
        public Next row(Row row) {
            while (rows.size() < row.number() - 1) {
                rows.add(List.of());
            }
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; !row.cells().isEmpty() && column <= row.cells().lastKey(); column++) {
                cells.add(row.cell(column));
            }
            width = Math.max(width, cells.size());
            rows.add(cells);
            return Next.GO_ON;
        }

        @Override
        public void merged(Address topLeft, Address bottomRight) {
            // a list has none
        }
    }
}
