package app.mortar.gs1;

import app.mortar.kernel.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates as six digits YYMMDD without a century; day 00, where it may stand, is the last day of its month. */
final class Gs1Date {
    private Gs1Date() {}

    /** What is wrong with {@code yymmdd} in every century, e.g. "there is no month 13"; null when nothing is. */
    static @Nullable String complaint(String yymmdd, boolean dayMayBeZero) {
        int month = number(yymmdd, 2);
        int day = number(yymmdd, 4);
        if (month < 1 || month > 12) {
            return "there is no month " + yymmdd.substring(2, 4);
        }
        if (day == 0) {
            return dayMayBeZero ? null : "there is no day 00";
        }
        // leap years of two digits: right for 2000, and resolve() looks again once the century is known
        boolean leap = number(yymmdd, 0) % 4 == 0;
        if (day > Month.of(month).length(leap)) {
            return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " '" + yymmdd.substring(0, 2)
                    + " has no day " + yymmdd.substring(4);
        }
        return null;
    }

    /**
     * The day that is meant, seen from {@code today}: between 49 years ago and 50 years ahead (section 7.12).
     *
     * @throws DateTimeException if the century makes it a 29 February that never was
     */
    static LocalDate resolve(String yymmdd, LocalDate today) {
        int century = today.getYear() - Math.floorMod(today.getYear(), 100);
        int difference = number(yymmdd, 0) - Math.floorMod(today.getYear(), 100);
        if (difference >= 51) {
            century -= 100;
        } else if (difference <= -50) {
            century += 100;
        }
        YearMonth month = YearMonth.of(century + number(yymmdd, 0), number(yymmdd, 2));
        int day = number(yymmdd, 4);
        return day == 0 ? month.atEndOfMonth() : month.atDay(day);
    }

    /** Six digits for {@code date}, refused if a reader would take them for another century. */
    static String write(LocalDate date, LocalDate today) {
        String yymmdd = "%02d%02d%02d"
                .formatted(Math.floorMod(date.getYear(), 100), date.getMonthValue(), date.getDayOfMonth());
        if (!resolve(yymmdd, today).equals(date)) {
            throw new InvalidInput(
                    "expiryDate",
                    "A barcode holds dates from 49 years ago to 50 years ahead; " + date + " is beyond that.");
        }
        return yymmdd;
    }

    private static int number(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
