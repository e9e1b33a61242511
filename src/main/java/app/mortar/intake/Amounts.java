package app.mortar.intake;

import app.mortar.workbook.Cell;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units and money; numbers typed into cells formatted as text count as numbers. */
final class Amounts {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?");
    /** 12,50 can only be a decimal comma, 1,250 could be a thousand and more. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]{1,15},(?:[0-9]{1,2}|[0-9]{4})");

    private static final int DECIMALS = 4;
    private static final int DIGITS_BEFORE_THE_POINT = 15;

    private Amounts() {}

    /** A whole number of units that must be there; 0 after a fault. */
    static <C extends Enum<C> & Heading> int units(RowCells<C> row, C column, int least) {
        Integer units = row.blank(column) ? row.<Integer>missing(column) : unitsOrNull(row, column, least);
        return units == null ? 0 : units;
    }

    /** A whole number of units; null for a blank cell. */
    static <C extends Enum<C> & Heading> @Nullable Integer unitsOrNull(RowCells<C> row, C column, int least) {
        String wanted = "Write a whole number of units, " + least + " or more.";
        BigDecimal number = decimal(row, column, wanted);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(least)) < 0) {
            return row.fault(column, wanted);
        }
        if (number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return row.fault(
                    column,
                    "At most " + Integer.MAX_VALUE + " units can be booked. Is this a code in the wrong column?");
        }
        return number.intValueExact();
    }

    /** Money, 0 or more, with at most 4 decimals; null for a blank cell. */
    static <C extends Enum<C> & Heading> @Nullable BigDecimal money(RowCells<C> row, C column) {
        BigDecimal number =
                decimal(row, column, "Write a number such as 12.50, without currency or thousands separators.");
        if (number == null) {
            return null;
        }
        BigDecimal money = number.stripTrailingZeros();
        if (money.signum() < 0) {
            return row.fault(column, "It cannot be less than 0.");
        }
        if (money.scale() > DECIMALS) {
            return row.fault(column, "It has more than " + DECIMALS + " decimals. Round it.");
        }
        if (money.precision() - money.scale() > DIGITS_BEFORE_THE_POINT) {
            return row.fault(column, "It has more than " + DIGITS_BEFORE_THE_POINT + " digits before the point.");
        }
        return money.scale() < 0 ? money.setScale(0) : money;
    }

    private static <C extends Enum<C> & Heading> @Nullable BigDecimal decimal(
            RowCells<C> row, C column, String wanted) {
        return switch (row.cell(column)) {
            case Cell.Blank blank -> null;
            case Cell.Numeric number -> number.value();
            case Cell.Text(String text) -> decimal(row, column, PlainText.of(text), wanted);
            case Cell.Date date -> row.fault(column, "Excel made a date of it. " + wanted);
            case Cell.Bool bool -> row.fault(column, wanted);
            case Cell.Broken broken -> row.broken(column);
            case Cell.Formula formula -> row.formula(column);
        };
    }

    private static <C extends Enum<C> & Heading> @Nullable BigDecimal decimal(
            RowCells<C> row, C column, String digits, String wanted) {
        if (DECIMAL.matcher(digits).matches()) {
            return new BigDecimal(digits);
        }
        if (DECIMAL_COMMA.matcher(digits).matches()) {
            return new BigDecimal(digits.replace(',', '.'));
        }
        return row.fault(column, wanted);
    }
}
