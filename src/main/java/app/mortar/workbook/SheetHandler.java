package app.mortar.workbook;

import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns one sheet's XML into rows of cells and hands each on as soon as it ends. */
final class SheetHandler extends DefaultHandler {
    private static final int MOST_TEXT_IN_A_ROW = 1_000_000;
    private static final int LONGEST_FORMULA = 200;

    private final String sheet;
    private final SheetVisitor visitor;
    private final CellContent content;
    private final int mostRows;

    private int rows;
    private int row;
    private int column = -1;
    private int textInRow;
    private TreeMap<Integer, Cell> cells = new TreeMap<>();

    private String type = "n";
    private int style;
    private boolean inValue;
    private boolean inFormula;
    private boolean hasFormula;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private final TextRuns inline = new TextRuns();

    SheetHandler(String sheet, SheetVisitor visitor, CellContent content, int mostRows) {
        this.sheet = sheet;
        this.visitor = visitor;
        this.content = content;
        this.mostRows = mostRows;
    }

    /** Asks the visitor whether it wants this sheet. */
    SheetVisitor.Next begin(boolean hidden) {
        return tell(() -> visitor.sheet(sheet, hidden));
    }

    private static SheetVisitor.Next tell(Supplier<SheetVisitor.Next> act) {
        try {
            return act.get();
        } catch (RuntimeException e) {
            throw new VisitorFailed(e);
        }
    }

    /** Ends the reading of this sheet; nothing is wrong. */
    static final class Enough extends SAXException {}

    /** A mistake of the visitor's own, which is no fault of the file. */
    static final class VisitorFailed extends RuntimeException {
        private final RuntimeException why;

        VisitorFailed(RuntimeException why) {
            super(why);
            this.why = why;
        }

        RuntimeException why() {
            return why;
        }
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        switch (name) {
            case "row" -> beginRow(attributes.getValue("r"));
            case "c" -> beginCell(attributes);
            case "v" -> {
                inValue = true;
                value.setLength(0);
            }
            case "f" -> {
                inFormula = true;
                hasFormula = true;
            }
            case "mergeCell" -> merged(attributes.getValue("ref"));
            default -> inline.open(name);
        }
    }

    @Override
    public void characters(char[] chars, int from, int length) {
        if (inValue) {
            value.append(chars, from, Math.min(length, Cell.LONGEST_TEXT * 7 + 1 - value.length()));
        } else if (inFormula) {
            formula.append(chars, from, Math.min(length, LONGEST_FORMULA - formula.length()));
        } else {
            inline.add(chars, from, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "row" -> endRow();
            case "c" -> endCell();
            case "v" -> inValue = false;
            case "f" -> inFormula = false;
            default -> inline.close(name);
        }
    }

    private void beginRow(@Nullable String number) throws SAXException {
        int next = number == null ? row + 1 : Address.rowOf("A" + number);
        if (next > Address.LAST_ROW || next < 0) {
            throw damaged(
                    "names a row " + number + " in sheet \"" + sheet + "\"; Excel ends at row " + Address.LAST_ROW);
        }
        if (next <= row) {
            throw damaged("has the rows of sheet \"" + sheet + "\" out of order (row " + next + " after " + row + ")");
        }
        row = next;
        column = -1;
        textInRow = 0;
        cells = new TreeMap<>();
    }

    private void beginCell(Attributes attributes) throws SAXException {
        String reference = attributes.getValue("r");
        int next = reference == null ? column + 1 : Address.columnOf(reference);
        boolean elsewhere = reference != null && Address.rowOf(reference) != row;
        if (elsewhere || next <= column || next >= Address.COLUMNS) {
            throw damaged(
                    "has a cell \"" + reference + "\" at a wrong place, in row " + row + " of sheet \"" + sheet + "\"");
        }
        column = next;
        String written = attributes.getValue("t");
        type = written == null ? "n" : written;
        style = CellContent.number(attributes.getValue("s"));
        hasFormula = false;
        value.setLength(0);
        formula.setLength(0);
        inline.begin();
    }

    private void endCell() throws SAXException {
        Cell cell = cell();
        if (!(cell instanceof Cell.Blank)) {
            cells.put(column, cell);
        }
    }

    private Cell cell() throws SAXException {
        if (hasFormula) {
            return new Cell.Formula(formula.toString());
        }
        Address here = new Address(sheet, row, column);
        Cell cell =
                type.equals("inlineStr") ? Cell.of(inline.text()) : content.read(type, style, value.toString(), here);
        textInRow += cell instanceof Cell.Text(String text) ? text.length() : 0;
        if (textInRow > MOST_TEXT_IN_A_ROW) {
            throw damaged("holds more text in row " + row + " of sheet \"" + sheet + "\" than can be read");
        }
        return cell;
    }

    private void endRow() throws SAXException {
        if (cells.isEmpty()) {
            return;
        }
        if (++rows > mostRows) {
            throw new SAXException(new TooManyRows(sheet));
        }
        Row complete = new Row(sheet, row, cells);
        if (tell(() -> visitor.row(complete)) == SheetVisitor.Next.SKIP_THIS_SHEET) {
            throw new Enough();
        }
    }

    private void merged(@Nullable String range) {
        String[] corners = range == null ? new String[0] : range.split(":", -1);
        if (corners.length == 2 && Address.columnOf(corners[0]) >= 0 && Address.columnOf(corners[1]) >= 0) {
            tell(() -> {
                visitor.merged(address(corners[0]), address(corners[1]));
                return SheetVisitor.Next.GO_ON;
            });
        }
    }

    /** More rows than may be read. */
    static final class TooManyRows extends Exception {
        TooManyRows(String sheet) {
            super(sheet);
        }
    }

    private Address address(String reference) {
        return new Address(sheet, Address.rowOf(reference), Address.columnOf(reference));
    }

    static SAXException damaged(String what) {
        return new SAXException(new WorkbookZip.Damaged(what));
    }
}
