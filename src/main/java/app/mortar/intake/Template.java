package app.mortar.intake;

import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.WorkbookWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Empty lists to fill in. Every column is formatted as text, so that Excel makes no number or date of a code. */
public final class Template {
    public static final Template PRODUCTS = new Template("Products", ProductColumn.values());
    public static final Template STOCK = new Template("Stock", StockColumn.values());

    private final String sheet;
    private final List<Heading> headings;

    private Template(String sheet, Heading[] headings) {
        this.sheet = sheet;
        this.headings = List.of(headings);
    }

    /**
     * Writes the empty list; an existing file is replaced.
     *
     * @throws app.mortar.workbook.Unwritable the file could not be written
     */
    public void write(Path target) {
        List<NewSheet.Column> columns = headings.stream().map(Template::column).toList();
        WorkbookWriter.write(
                target,
                List.of(
                        NewSheet.list(sheet, columns, List.of()),
                        NewSheet.page("Instructions", List.of(20, 12, 80), instructions())));
    }

    private static NewSheet.Column column(Heading heading) {
        int width = Math.max(12, heading.heading().length() + 4);
        String note = (heading.required() ? "Required. " : "") + heading.help();
        return new NewSheet.Column(heading.heading(), width, "@", note, entry(heading));
    }

    private static NewSheet.Entry entry(Heading heading) {
        return switch (heading) {
            case ProductColumn.CONTROLLED, ProductColumn.EXPIRES, ProductColumn.ACTIVE -> NewSheet.Entry.YES_OR_NO;
            case ProductColumn.MINIMUM_LEVEL, ProductColumn.REORDER_QUANTITY, StockColumn.QUANTITY ->
                NewSheet.Entry.WHOLE_NUMBER;
            case ProductColumn.PRICE, StockColumn.UNIT_COST -> NewSheet.Entry.NUMBER;
            default -> NewSheet.Entry.ANYTHING;
        };
    }

    private List<List<Cell>> instructions() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(line("How to fill in the sheet " + sheet));
        rows.add(line(
                "One row each, below the headings. The columns may stand in any order; those you do not need may go."));
        rows.add(line("All columns are formatted as Text: type codes and dates as they stand on the pack."));
        rows.add(line("No formulas: paste values (Paste Special, Values)."));
        rows.add(List.of());
        for (Heading heading : headings) {
            rows.add(line(heading.heading(), heading.required() ? "required" : "", heading.help()));
        }
        return rows;
    }

    private static List<Cell> line(String... texts) {
        return Arrays.stream(texts).map(Cell::of).toList();
    }
}
