package app.mortar.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Expiry dates as people type them. A month without a day means its last day; nothing ambiguous is guessed. */
public final class ExpiryText {
    /** y = year, m = month, n = the month's name, d = day, f and s = first and second of day and month. */
    private static final List<Pattern> FORMS = Stream.of(
                    "(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?:[T ]00:00(?::00(?:\\.0+)?)?Z?)?",
                    "(?<y>\\d{4})[-/.](?<m>\\d{1,2})",
                    "(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>\\d{4})",
                    "(?<f>\\d{1,2})([/-])(?<s>\\d{1,2})\\2(?<y>\\d{4})",
                    "(?<m>\\d{1,2})[-/. ](?<y>\\d{4})",
                    "(?<n>\\p{L}+)\\.?[-/ ]?(?<y>\\d{4})",
                    "(?<d>\\d{1,2})\\.?[-/ ]?(?<n>\\p{L}+)\\.?[-/ ,]{0,2}(?<y>\\d{4})",
                    "(?<n>\\p{L}+)\\.? (?<d>\\d{1,2}),? (?<y>\\d{4})")
            .map(Pattern::compile)
            .toList();

    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?:\\d{1,2}[-/. ]){1,2}\\d{2}|(?:\\d{1,2}[-/. ]?)?\\p{L}{3,}\\.?[-/ ']*\\d{2}");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    static final String HOW = " Write it as 2027-03-31, or as 2027-03 for the last day of that month.";

    private ExpiryText() {}

    /** The answer to "which day is meant?". */
    public sealed interface Meaning {
        record Day(LocalDate day) implements Meaning {}

        record Unclear(String sentence) implements Meaning {}
    }

    /** Reads {@code text}; what is unclear is never guessed at. */
    public static Meaning read(String text) {
        try {
            return day(text);
        } catch (DateTimeException e) {
            return new Meaning.Unclear("There is no such day in the calendar." + HOW);
        }
    }

    private static Meaning day(String text) {
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches()) {
                return day(matcher, form.namedGroups().keySet());
            }
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            return new Meaning.Unclear("The year has two digits and could be something else." + HOW);
        }
        return new Meaning.Unclear("This is no date." + HOW);
    }

    private static Meaning day(Matcher matcher, Set<String> parts) {
        int year = number(matcher, "y");
        if (parts.contains("f")) {
            return eitherWay(number(matcher, "f"), number(matcher, "s"), year);
        }
        int month = parts.contains("n") ? month(matcher.group("n")) : number(matcher, "m");
        return plausible(
                parts.contains("d")
                        ? LocalDate.of(year, month, number(matcher, "d"))
                        : YearMonth.of(year, month).atEndOfMonth());
    }

    /** Day first in most countries, month first in some: only what can be read in one way is taken. */
    private static Meaning eitherWay(int first, int second, int year) {
        if (first <= 12 && second <= 12 && first != second) {
            return new Meaning.Unclear("Day and month could be either way round (" + LocalDate.of(year, second, first)
                    + " or " + LocalDate.of(year, first, second) + ")." + HOW);
        }
        return plausible(second > 12 ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first));
    }

    /** A year that no pack bears is a slip of the finger. */
    static Meaning plausible(LocalDate day) {
        return day.getYear() < 2000 || day.getYear() > 2100
                ? new Meaning.Unclear("The year " + day.getYear() + " cannot be meant." + HOW)
                : new Meaning.Day(day);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** The first three letters or more of an English month. */
    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            if (lower.length() >= 3 && MONTHS.get(i).startsWith(lower)) {
                return i + 1;
            }
        }
        throw new DateTimeException("no month " + name);
    }
}
