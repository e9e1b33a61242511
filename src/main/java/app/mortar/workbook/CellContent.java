package app.mortar.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Makes a cell of what a sheet stores: a type, a style and characters that may point elsewhere. */
final class CellContent {
    private static final int LONGEST_NUMBER = 400;
    private static final int LAST_DAY_1900 = 2_958_465; // 9999-12-31
    private static final int FROM_1900_TO_1904 = 1_462;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern NOT_ZERO = Pattern.compile("[+-]?[0.]*[1-9]");

    private final SharedTexts texts;
    private final NumberFormats formats;

    CellContent(SharedTexts texts, NumberFormats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /**
     * The cell, for a message {@code at} its address.
     *
     * @throws SAXException with {@link WorkbookZip.Damaged}: nobody can say what the cell held
     */
    Cell read(String type, int style, String written, Address at) throws SAXException {
        if (written.isEmpty()) {
            return Cell.BLANK;
        }
        return switch (type) {
            case "s" -> Cell.of(shared(written, at));
            case "str" -> Cell.of(cut(EscapedText.decode(written)));
            case "b" ->
                new Cell.Bool(written.strip().equals("1") || written.strip().equals("true"));
            case "e" -> new Cell.Broken(cut(written));
            case "d" -> isoDate(written.strip(), style, at);
            case "n" -> numeric(written.strip(), style, at);
            default -> throw SheetHandler.damaged("has a cell " + at + " of a kind that Excel does not know");
        };
    }

    /** An index; -1 for anything else. */
    static int number(@Nullable String text) {
        try {
            return text == null ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String cut(String text) {
        return text.length() > Cell.LONGEST_TEXT ? text.substring(0, Cell.LONGEST_TEXT + 1) : text;
    }

    private String shared(String index, Address at) throws SAXException {
        String text = texts.get(number(index.strip()));
        if (text == null) {
            throw SheetHandler.damaged("has lost the text of cell " + at + " (its table of texts is missing or cut)");
        }
        return text;
    }

    private Cell numeric(String digits, int style, Address at) throws SAXException {
        double number = finite(digits);
        if (Double.isNaN(number)) {
            throw SheetHandler.damaged("has a number in cell " + at + " that cannot be read");
        }
        NumberFormats.Style format = formats.style(style);
        int lastDay = formats.date1904() ? LAST_DAY_1900 - FROM_1900_TO_1904 : LAST_DAY_1900;
        if (format.date() && number >= 0 && number < lastDay + 1.0) {
            LocalDate day =
                    DateUtil.getLocalDateTime(number, formats.date1904()).toLocalDate();
            return new Cell.Date(day, format.format(), formats.shown(number, format));
        }
        Cell.Numeric plain = new Cell.Numeric(digits, format.format(), "");
        boolean general = format.format().equals("General") || format.format().equals("@");
        String shown = general ? plain.value().toPlainString() : formats.shown(number, format);
        return new Cell.Numeric(digits, format.format(), shown);
    }

    /** Not a number unless written as Excel writes them; one too small for Excel is not believed either. */
    private static double finite(String digits) {
        if (digits.length() > LONGEST_NUMBER || !NUMBER.matcher(digits).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(digits);
        boolean underflow =
                Math.abs(number) < 1e-300 && NOT_ZERO.matcher(digits).lookingAt();
        return Double.isInfinite(number) || underflow ? Double.NaN : number;
    }

    private Cell isoDate(String written, int style, Address at) throws SAXException {
        try {
            LocalDate day = LocalDate.parse(written.substring(0, Math.min(10, written.length())));
            NumberFormats.Style format = formats.style(style);
            return new Cell.Date(day, format.date() ? format.format() : "yyyy-mm-dd", cut(written));
        } catch (DateTimeException e) {
            throw SheetHandler.damaged("has a date in cell " + at + " that cannot be read");
        }
    }
}
