package app.mortar.settings;

import java.util.Optional;

/**
 * What one of the pharmacy's settings must look like: the same rule for the file, the environment and a change on
 * screen.
 *
 * @param name e.g. {@code reservation.ttl}
 * @param secret whether its value is shown to nobody
 */
public record PharmacyRule(String name, boolean secret) {
    /** As long as the database can keep. */
    private static final int LONGEST = 2000;

    /** The rule of that setting; empty when there is none, or it belongs to one machine. */
    public static Optional<PharmacyRule> of(String name) {
        return Key.named(name).filter(Key::pharmacys).map(key -> new PharmacyRule(name, key.secret()));
    }

    /** What is wrong with a value, as a sentence that does not show a secret; empty when nothing is. */
    public Optional<String> mistake(String value) {
        Key key = Key.named(name).orElseThrow();
        return value.length() <= LONGEST && key.form().fits().test(value)
                ? Optional.empty()
                : Optional.of(name + " must be " + key.form().right());
    }
}
