package app.mortar.desktop.settings;

import app.mortar.desktop.Texts;
import app.mortar.settings.SettingRow;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a setting is called, what it means and how its value reads: durations as people say them. */
final class Meaning {
    private static final Pattern SAID =
            Pattern.compile("([0-9]{1,9}) ?(s|sec|seconds?|min|minutes?|h|hours?|d|days?)", Pattern.CASE_INSENSITIVE);

    private Meaning() {}

    static String title(SettingRow row) {
        return Texts.of("setting." + row.name());
    }

    /** What it is for, and from where on it does harm. */
    static String about(SettingRow row) {
        return Texts.of("setting." + row.name() + ".about");
    }

    /** What a value must look like. */
    static String right(SettingRow row) {
        return isDuration(row)
                ? Texts.of(row.right().contains("or 0") ? "settings.duration-or-off" : "settings.duration")
                : row.right();
    }

    /** How {@code value} is shown. */
    static String shown(SettingRow row, String value) {
        return isDuration(row) ? said(value) : value;
    }

    /** What somebody means who has typed {@code words}; as it stands if it is nothing known. */
    static String meant(SettingRow row, String words) {
        Matcher said = SAID.matcher(words.strip());
        if (!isDuration(row) || !said.matches()) {
            return words.strip();
        }
        long count = Long.parseLong(said.group(1));
        return switch (said.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
            case 's' -> Duration.ofSeconds(count).toString();
            case 'm' -> Duration.ofMinutes(count).toString();
            case 'h' -> Duration.ofHours(count).toString();
            default -> Duration.ofDays(count).toString();
        };
    }

    private static boolean isDuration(SettingRow row) {
        return row.right().startsWith("an ISO-8601 duration");
    }

    private static String said(String iso) {
        try {
            Duration duration = Duration.parse(iso);
            return duration.toNanosPart() != 0 || duration.isZero() ? iso : said(duration);
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    /** About so long, in one unit. */
    static String about(Duration duration) {
        if (duration.toDays() > 1) {
            return said(Duration.ofDays(duration.toDays()));
        }
        if (duration.toHours() > 1) {
            return said(Duration.ofHours(duration.toHours()));
        }
        return said(
                duration.toMinutes() > 1
                        ? Duration.ofMinutes(duration.toMinutes())
                        : Duration.ofSeconds(duration.toSeconds()));
    }

    /** Whole seconds, in the largest unit that takes no fraction. */
    static String said(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0 && seconds > 86_400) {
            return Texts.of("settings.days", seconds / 86_400);
        }
        if (seconds % 3_600 == 0) {
            return Texts.of("settings.hours", seconds / 3_600);
        }
        return seconds % 60 == 0 ? Texts.of("settings.minutes", seconds / 60) : Texts.of("settings.seconds", seconds);
    }
}
