package app.mortar.settings;

import java.util.Optional;

/**
 * One of the pharmacy's settings as a person may see it.
 *
 * @param name e.g. {@code reservation.ttl}
 * @param value what holds on this machine; of a secret only whether it is set, as dots; empty: not set
 * @param otherwise what holds when nobody says anything
 * @param source who said the value that holds
 * @param where it stands, for a person: {@code in the database}, {@code mortar.properties, line 3}, a variable
 * @param kept what the pharmacy's database keeps, which another machine may go by; shown like {@code value}
 * @param right what a value must look like, to follow "must be"
 */
public record SettingRow(
        String name,
        Optional<String> value,
        Optional<String> otherwise,
        Source source,
        String where,
        Optional<String> kept,
        boolean secret,
        String right) {
    /** Who says what a setting is. A machine's environment goes over its file, and that over the database. */
    public enum Source {
        NOBODY,
        DATABASE,
        FILE,
        ENVIRONMENT
    }

    /** Whether this machine goes by its own value, so that a change in the database is not felt here. */
    public boolean overridden() {
        return source == Source.FILE || source == Source.ENVIRONMENT;
    }

    static SettingRow of(Key key, Optional<Said> here, Optional<Said> kept) {
        Optional<Said> holds = here.or(() -> kept);
        return new SettingRow(
                key.text(),
                holds.map(Said::value)
                        .or(() -> Optional.ofNullable(key.otherwise()))
                        .map(value -> seen(key, value)),
                Optional.ofNullable(key.otherwise()),
                holds.map(SettingRow::sourceOf).orElse(Source.NOBODY),
                holds.map(Said::where).orElse("as Mortar comes"),
                kept.map(Said::value).map(value -> seen(key, value)),
                key.secret(),
                key.form().right());
    }

    private static String seen(Key key, String value) {
        return key.secret() && !value.isEmpty() ? "••••••••" : value;
    }

    private static Source sourceOf(Said said) {
        return said.where().startsWith("MORTAR_")
                ? Source.ENVIRONMENT
                : said.where().startsWith(SettingsFile.NAME) ? Source.FILE : Source.DATABASE;
    }
}
