package app.mortar.desktop.settings;

import app.mortar.settings.SettingRow;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What may be chosen for settings whose values are words of a standard, so that nobody has to know their spelling. */
final class Choices {
    private Choices() {}

    /**
     * One of them.
     *
     * @param value as it is kept
     * @param words as it is read and searched
     */
    record Choice(String value, String words) {}

    /** In the order of their values; none where anything may be written. */
    static List<Choice> of(SettingRow row) {
        return switch (row.name()) {
            case "pharmacy.zone" -> zones();
            case "pharmacy.currency" -> currencies();
            default -> List.of();
        };
    }

    private static List<Choice> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(zone -> new Choice(zone, zone.replace('_', ' ')))
                .toList();
    }

    /** Those that a country has today; others that the standard once had can be kept but are not offered. */
    private static List<Choice> currencies() {
        return Stream.of(Locale.getISOCountries())
                .map(country -> Currency.getInstance(Locale.of("", country)))
                .filter(Objects::nonNull) // the Antarctic has none
                .distinct()
                .map(one -> new Choice(
                        one.getCurrencyCode(), one.getCurrencyCode() + " · " + one.getDisplayName(Locale.ENGLISH)))
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }
}
