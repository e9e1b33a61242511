package app.mortar.intake;

import app.mortar.workbook.Cell;
import app.mortar.workbook.Row;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one row by what their columns mean. What cannot be meant becomes a fault that names the cell; whoever
 * reads gets null (or an empty text, or 0) and goes on, so that all faults of a row are found at once.
 */
@SuppressWarnings("TypeParameterUnusedInFormals") // the faults' null fits every type, and nothing is cast
final class RowCells<C extends Enum<C> & Heading> {
    /** How to mend what Excel made of a code. */
    static final String AS_TEXT = " Format the column as Text and type it again";

    private final Row row;
    private final Layout<C> layout;
    private final Findings findings;
    private final int faultsBefore;

    RowCells(Row row, Layout<C> layout, Findings findings) {
        this.row = row;
        this.layout = layout;
        this.findings = findings;
        this.faultsBefore = findings.total();
    }

    int row() {
        return row.number();
    }

    /** Has nothing been wrong with this row so far? */
    boolean clean() {
        return findings.total() == faultsBefore;
    }

    /** The cell of a column; blank when the list has no such column or nothing but spaces stands in it. */
    Cell cell(C column) {
        Integer at = layout.columns().get(column);
        Cell cell = at == null ? Cell.BLANK : row.cell(at);
        return cell instanceof Cell.Text(String text) && PlainText.isBlank(text) ? Cell.BLANK : cell;
    }

    boolean blank(C column) {
        return cell(column) instanceof Cell.Blank;
    }

    /** Notes what is wrong with a cell; always null, so that a reading can end with it. */
    <T> @Nullable T fault(C column, String sentence) {
        findings.fault(layout.fault(column, row.number(), cell(column).shown(), sentence));
        return null;
    }

    <T> @Nullable T missing(C column) {
        return fault(column, column.heading() + " is missing.");
    }

    <T> @Nullable T broken(C column) {
        return fault(column, "This is an error of Excel's. Write the value, or clear the cell.");
    }

    <T> @Nullable T formula(C column) {
        return fault(
                column,
                "This is a formula, and formulas are not calculated here. Copy the column and paste it as values (Paste"
                        + " Special, Values).");
    }

    /** Something that stops nobody but deserves a look. */
    void remark(C column, String sentence) {
        findings.remark(sentence, layout.cell(column, row.number()));
    }

    /** The text as it is meant, no longer than fits. */
    @Nullable
    String checked(C column, String text, int longest) {
        int forbidden = PlainText.firstForbidden(text);
        if (forbidden >= 0) {
            String name = String.format("U+%04X", forbidden);
            return fault(column, "There is an invisible control character in it (" + name + "). Type it again.");
        }
        String plain = PlainText.of(text);
        if (plain.length() > longest) {
            String length = text.length() > Cell.LONGEST_TEXT ? "more than " + Cell.LONGEST_TEXT : "" + plain.length();
            return fault(column, "It has " + length + " characters; at most " + longest + " fit. Shorten it.");
        }
        return plain;
    }
}
