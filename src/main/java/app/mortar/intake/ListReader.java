package app.mortar.intake;

import app.mortar.workbook.Address;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Row;
import app.mortar.workbook.SheetVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the one list of a workbook (the visible sheet that has all required headings in one of its first rows) and
 * hands its rows on, without totals.
 */
final class ListReader<C extends Enum<C> & Heading, R> implements SheetVisitor {
    private static final int FIRST_ROWS = 20;

    private final Class<C> columns;
    private final Set<C> codes;
    private final @Nullable C totalled;
    private final Function<RowCells<C>, @Nullable R> meaning;
    private final Findings findings = new Findings();
    private final List<R> rows = new ArrayList<>();

    private final List<String> hiddenLists = new ArrayList<>();
    private @Nullable HeadingRow<C> incomplete;
    private @Nullable HeadingRow<C> list;

    private String sheet = "";
    private boolean hidden;
    private boolean decided = true;
    private boolean reading;
    private final List<Row> first = new ArrayList<>();
    private final List<Row> perhapsTotals = new ArrayList<>();
    private final Map<Integer, String> withoutHeading = new LinkedHashMap<>();

    /**
     * A reader of one kind of list.
     *
     * @param codes the columns that say what a row is about
     * @param totalled the column under which a lone number is a total; null for none
     * @param meaning makes a record of a row, or finds faults in it
     */
    ListReader(Class<C> columns, Set<C> codes, @Nullable C totalled, Function<RowCells<C>, @Nullable R> meaning) {
        this.columns = columns;
        this.codes = Set.copyOf(codes);
        this.totalled = totalled;
        this.meaning = meaning;
    }

    @Override
    public Next sheet(String name, boolean isHidden) {
        decide();
        sheet = name;
        hidden = isHidden;
        decided = false;
        reading = false;
        first.clear();
        return Next.GO_ON;
    }

    @Override
    public Next row(Row row) {
        if (!decided && row.number() <= FIRST_ROWS) {
            first.add(row);
            return Next.GO_ON;
        }
        decide();
        if (!reading) {
            return Next.SKIP_THIS_SHEET;
        }
        data(row);
        return Next.GO_ON;
    }

    @Override
    public void merged(Address topLeft, Address bottomRight) {
        decide();
        if (reading && list != null) {
            list.merged(topLeft, bottomRight).ifPresent(findings::fault);
        }
    }

    /** The workbook ends here. */
    void finish() {
        decide();
    }

    /** What the workbook says, once it has been read to its end. */
    Reading<R, C> result(String file) {
        if (list == null) {
            return notFound(file);
        }
        if (!findings.clean()) {
            return new Reading.Faulty<>(findings.faults());
        }
        if (rows.isEmpty()) {
            return new Reading.Unusable<>(file + " has no rows below its headings (sheet \""
                    + list.layout().sheet() + "\", row " + list.layout().headingRow() + ").");
        }
        remarks();
        return new Reading.Rows<>(rows, list.layout(), findings.remarks());
    }

    Findings findings() {
        return findings;
    }

    @Nullable
    Layout<C> layout() {
        return list == null ? null : list.layout();
    }

    private Reading<R, C> notFound(String file) {
        if (incomplete != null) {
            incomplete.missing().forEach(findings::fault);
            return new Reading.Faulty<>(findings.faults());
        }
        String needed = HeadingRow.required(columns);
        if (!hiddenLists.isEmpty()) {
            return new Reading.Unusable<>(file + " has its list on a hidden sheet (" + String.join(", ", hiddenLists)
                    + "). Unhide it in Excel and save.");
        }
        return new Reading.Unusable<>(file + " has no heading row with " + needed + " in the first " + FIRST_ROWS
                + " rows of any sheet. Start from the template.");
    }

    /** Looks for the headings once the first rows of a sheet are there. */
    private void decide() {
        if (decided) {
            return;
        }
        decided = true;
        HeadingRow<C> found = HeadingRow.find(first, columns);
        if (found == null) {
            return;
        }
        if (hidden) {
            if (found.complete()) {
                hiddenLists.add("\"" + sheet + "\"");
            }
        } else if (!found.complete()) {
            incomplete = incomplete == null ? found : incomplete;
        } else if (list != null) {
            findings.fault(new Fault(
                    sheet,
                    "A" + found.layout().headingRow(),
                    "",
                    "Sheet \""
                            + list.layout().sheet()
                            + "\" holds such a list too. Put all rows on one sheet, or move one sheet"
                            + " into a file of its own."));
        } else {
            list = found;
            reading = true;
            found.faults().forEach(findings::fault);
            first.stream()
                    .filter(row -> row.number() > found.layout().headingRow())
                    .forEach(this::data);
        }
    }

    private void data(Row row) {
        HeadingRow<C> headings = Objects.requireNonNull(list);
        Layout<C> layout = headings.layout();
        RowCells<C> cells = new RowCells<>(row, layout, findings);
        noteStrays(row, headings);
        switch (TotalsRow.judge(cells, columns, codes, totalled)) {
            case NOTHING -> {}
            case TOTAL -> findings.remark("Row " + row.number() + " was taken for a total and left out.");
            case LONE_NUMBER -> perhapsTotals.add(row);
            case DATA -> {
                // a number without a code above other rows is a row whose code was forgotten
                perhapsTotals.forEach(earlier -> mean(new RowCells<>(earlier, layout, findings)));
                perhapsTotals.clear();
                mean(cells);
            }
        }
    }

    private void mean(RowCells<C> cells) {
        R row = meaning.apply(cells);
        if (row != null && cells.clean()) {
            rows.add(row);
        }
    }

    private void noteStrays(Row row, HeadingRow<C> headings) {
        for (Map.Entry<Integer, Cell> cell : row.cells().entrySet()) {
            if (!headings.named().contains(cell.getKey()) && withoutHeading.size() < FIRST_ROWS) {
                withoutHeading.putIfAbsent(
                        cell.getKey(), row.address(cell.getKey()).cell());
            }
        }
    }

    private void remarks() {
        HeadingRow<C> headings = Objects.requireNonNull(list);
        headings.unknown()
                .forEach((column, heading) -> findings.remark("Column " + Address.columnName(column) + " \"" + heading
                        + "\" is not known and was not read."));
        withoutHeading.forEach((column, cell) -> findings.remark(
                "Column " + Address.columnName(column) + " has no heading and was not read (" + cell + ")."));
        perhapsTotals.forEach(row -> findings.remark("Row " + row.number() + " was taken for a total and left out."));
        hiddenLists.forEach(name -> findings.remark("The hidden sheet " + name + " was not read."));
    }
}
