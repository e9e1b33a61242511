package app.mortar.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The number formats of a workbook's cell styles: which are dates, and how a number looks in them. */
final class NumberFormats {
    private static final int MOST_STYLES = 100_000;
    private static final int LONGEST_FORMAT = 1_000;
    private static final Style GENERAL = new Style(0, "General", false);

    private final List<Style> styles;
    private final boolean date1904;
    private final DataFormatter formatter = new DataFormatter(Locale.ENGLISH);

    /** One cell style, as far as it concerns numbers. */
    record Style(int id, String format, boolean date) {}

    private NumberFormats(List<Style> styles, boolean date1904) {
        this.styles = styles;
        this.date1904 = date1904;
    }

    /**
     * Reads the styles part.
     *
     * @param part null when the workbook has none: all numbers are plain then
     * @param date1904 whether day 0 is 1 January 1904, as old Macs count
     */
    static NumberFormats read(@Nullable InputStream part, boolean date1904) throws IOException, SAXException {
        Parts parts = new Parts();
        if (part != null) {
            Xml.read(part, parts);
        }
        Map<Integer, Style> byFormat = new HashMap<>();
        List<Style> styles = new ArrayList<>(parts.cellFormats.size());
        for (int id : parts.cellFormats) {
            styles.add(byFormat.computeIfAbsent(id, i -> style(i, parts.codes.get(i))));
        }
        return new NumberFormats(styles, date1904);
    }

    private static Style style(int id, @Nullable String code) {
        String builtin = BuiltinFormats.getBuiltinFormat(id);
        String format = code != null ? code : builtin != null ? builtin : "General";
        return new Style(id, format, DateUtil.isADateFormat(id, format));
    }

    /** The style of this index; numbers without a style, or with one that is missing, are General. */
    Style style(int index) {
        return index >= 0 && index < styles.size() ? styles.get(index) : GENERAL;
    }

    boolean date1904() {
        return date1904;
    }

    /** What Excel would display. */
    String shown(double number, Style style) {
        try {
            return formatter.formatRawCellContents(number, style.id(), style.format(), date1904);
        } catch (RuntimeException oddFormat) { // custom formats are free text; the plain digits are good enough then
            return Double.toString(number);
        }
    }

    private static final class Parts extends DefaultHandler {
        final Map<Integer, String> codes = new HashMap<>();
        final List<Integer> cellFormats = new ArrayList<>();
        private boolean inCellFormats;

        @Override
        public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
            switch (name) {
                case "cellXfs" -> inCellFormats = true;
                case "xf" -> {
                    if (inCellFormats) {
                        cellFormats.add(number(attributes.getValue("numFmtId")));
                    }
                }
                case "numFmt" -> {
                    String code = attributes.getValue("formatCode");
                    if (code != null && code.length() <= LONGEST_FORMAT) {
                        codes.put(number(attributes.getValue("numFmtId")), code);
                    }
                }
                default -> {}
            }
            if (codes.size() > MOST_STYLES || cellFormats.size() > MOST_STYLES) {
                throw new SAXException(new WorkbookZip.Damaged("has more cell styles than Excel allows"));
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            if (name.equals("cellXfs")) {
                inCellFormats = false;
            }
        }

        private static int number(@Nullable String text) {
            try {
                return text == null ? 0 : Integer.parseInt(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
