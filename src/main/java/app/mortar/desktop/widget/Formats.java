package app.mortar.desktop.widget;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, money and time as the pharmacy reads them. Minus is a true minus sign, what is not there an en dash, the
 * currency's sign is followed by a no-break space.
 */
public final class Formats {
    /** What stands for "nothing". */
    public static final String NONE = "–";

    private static final char MINUS = '\u2212';
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final ZoneId zone;
    private final String sign;
    private final DecimalFormat whole;
    private final DecimalFormat cents;
    private final DateTimeFormatter date;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter dayMonth;
    private final DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm");
    private final DateTimeFormatter dayTime;

    /**
     * The formats of a pharmacy.
     *
     * @param zone whose clock hangs on the wall
     * @param currency of all money
     * @param locale decides separators and the names of months
     */
    public Formats(ZoneId zone, Currency currency, Locale locale) {
        this.zone = zone;
        this.sign = sign(currency);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSign(MINUS);
        this.whole = new DecimalFormat("#,##0", symbols);
        this.cents = new DecimalFormat("#,##0.00", symbols);
        this.date = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        this.weekday = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        this.dayMonth = DateTimeFormatter.ofPattern("d MMM", locale);
        this.dayTime = DateTimeFormatter.ofPattern("d MMM HH:mm", locale);
    }

    /** {@code 1,284} */
    public String number(long number) {
        synchronized (whole) {
            return whole.format(number);
        }
    }

    /** {@code +48}, {@code −2}, {@code 0} */
    public String signed(long number) {
        return number > 0 ? "+" + number(number) : number(number);
    }

    /** {@code ₦ 47,200}, with decimals only where there are some; null is nothing. */
    public String money(@Nullable BigDecimal amount) {
        if (amount == null) {
            return NONE;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        DecimalFormat format = plain.scale() <= 0 ? whole : cents;
        synchronized (format) {
            return sign + NO_BREAK_SPACE + format.format(plain);
        }
    }

    /** The currency's sign alone, for a column's head. */
    public String currency() {
        return sign;
    }

    /** {@code 98.6 %}; a rate of nothing is nothing. */
    public String percent(@Nullable Double rate) {
        if (rate == null) {
            return NONE;
        }
        double percent = Math.round(rate * 1000) / 10.0;
        String digits = percent == Math.rint(percent)
                ? number((long) percent)
                : number((long) percent)
                        + whole.getDecimalFormatSymbols().getDecimalSeparator()
                        + Math.round(Math.abs(percent) * 10) % 10;
        return digits + NO_BREAK_SPACE + "%";
    }

    /** {@code 30 Apr 2027}; products that do not expire have no date. */
    public String date(@Nullable LocalDate day) {
        return day == null ? NONE : date.format(day);
    }

    /** {@code Tue 24 Nov} */
    public String weekday(LocalDate day) {
        return weekday.format(day);
    }

    /** {@code 24 Nov} */
    public String dayMonth(LocalDate day) {
        return dayMonth.format(day);
    }

    /** {@code 09:14}, by the pharmacy's clock. */
    public String time(Instant moment) {
        return time.format(moment.atZone(zone));
    }

    /** {@code 23 Nov 09:13} */
    public String dayTime(Instant moment) {
        return dayTime.format(moment.atZone(zone));
    }

    /** {@code moment} as the clock on the pharmacy's wall shows it. */
    public LocalDateTime onTheWall(Instant moment) {
        return LocalDateTime.ofInstant(moment, zone);
    }

    /** The pharmacy's day of {@code moment}. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** {@code 12:41}: minutes and seconds left, never less than nothing. */
    public static String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    private static String sign(Currency currency) {
        for (String country : Locale.getISOCountries()) {
            Locale there = Locale.of("en", country);
            if (currency.equals(Currency.getInstance(there))) {
                return Objects.requireNonNull(currency.getSymbol(there));
            }
        }
        return currency.getCurrencyCode();
    }
}
