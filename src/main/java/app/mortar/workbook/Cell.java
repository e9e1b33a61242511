package app.mortar.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell holds, as it is stored: nothing is guessed, calculated or converted on the way. */
public sealed interface Cell {
    /** The longest text Excel keeps in a cell, in UTF-16 units. */
    int LONGEST_TEXT = 32_767;

    /** What somebody who looks at the cell would call its content; for messages. */
    String shown();

    /**
     * Text, exactly as stored (spaces, no-break spaces and control characters included). A text longer than
     * {@link #LONGEST_TEXT} is cut one character behind it, so that whoever checks lengths notices.
     */
    record Text(String text) implements Cell {
        @Override
        public String shown() {
            return text;
        }
    }

    /**
     * A number that is not formatted as a date.
     *
     * @param exact the digits as stored, e.g. {@code 5.0123456789E12}
     * @param format the number format, e.g. {@code General}, {@code 0.00E+00}, {@code @}
     * @param shown what Excel displays in a wide enough column, e.g. {@code 5%}
     */
    record Numeric(String exact, String format, String shown) implements Cell {
        /** The precision that Excel itself has: 15 digits. It stores 1.1 as 1.1000000000000001. */
        private static final MathContext EXCEL = new MathContext(15);

        /** The value with the 15 digits that Excel knows, without trailing zeros behind the point. */
        public BigDecimal value() {
            BigDecimal value = new BigDecimal(exact).round(EXCEL).stripTrailingZeros();
            return value.scale() < 0 ? value.setScale(0) : value;
        }
    }

    /**
     * A number that is formatted as a date.
     *
     * @param day the date, in the workbook's own date system (1900 or 1904); a time of day is dropped
     * @param format the number format, e.g. {@code yyyy-mm-dd} or {@code mmm-yy}
     * @param shown what Excel displays
     */
    record Date(LocalDate day, String format, String shown) implements Cell {
        /** Does the format show a day of the month? {@code mmm-yy} does not. */
        public boolean showsDay() {
            return DateFormat.shows(format, 'd');
        }

        /** Does the format show a month? {@code hh:mm} does not. */
        public boolean showsMonth() {
            return DateFormat.showsMonth(format);
        }

        /** Does the format show a year? {@code d-mmm} does not. */
        public boolean showsYear() {
            return DateFormat.shows(format, 'y');
        }
    }

    /** TRUE or FALSE. */
    record Bool(boolean value) implements Cell {
        @Override
        public String shown() {
            return value ? "TRUE" : "FALSE";
        }
    }

    /** An error such as {@code #N/A}. */
    record Broken(String code) implements Cell {
        @Override
        public String shown() {
            return code;
        }
    }

    /** A formula; never evaluated, and the result that Excel stored beside it is not trusted either. */
    record Formula(String formula) implements Cell {
        @Override
        public String shown() {
            return "=" + formula;
        }
    }

    /** Nothing. */
    record Blank() implements Cell {
        @Override
        public String shown() {
            return "";
        }
    }

    Cell BLANK = new Blank();

    /** Excel counts in days; finer than this nobody's clock is. */
    double TENTH_OF_A_MILLISECOND = 1e9;

    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    static Cell of(long number) {
        String digits = Long.toString(number);
        return new Numeric(digits, "General", digits);
    }

    static Cell of(BigDecimal number) {
        String digits = number.toPlainString();
        return new Numeric(digits, "General", digits);
    }

    /** A moment on the pharmacy's clock, as the number that Excel keeps for it; to be shown in a column of moments. */
    static Cell of(LocalDateTime moment) {
        double rounded = Math.rint(DateUtil.getExcelDate(moment) * TENTH_OF_A_MILLISECOND) / TENTH_OF_A_MILLISECOND;
        String serial = String.valueOf(rounded);
        return new Numeric(serial, "yyyy-mm-dd hh:mm:ss", moment.toString());
    }

    static Cell of(LocalDate day) {
        return new Date(day, "yyyy-mm-dd", day.toString());
    }
}
