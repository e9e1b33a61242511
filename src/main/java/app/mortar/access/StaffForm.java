package app.mortar.access;

import app.mortar.kernel.InvalidInput;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is written down about somebody who works here, besides the password.
 *
 * @param phone as written; without a country code it is taken to be of the pharmacy's country
 * @param alerts what to be told about; empty: what is usual for the role
 */
public record StaffForm(Role role, Optional<String> phone, Optional<String> email, Optional<Set<AlertKind>> alerts) {
    private static final int LONGEST_NAME = 60;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>(),;:\\\\\"\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");
    private static final int LONGEST_EMAIL = 254;
    /** The ledger's words for who is nobody of the staff: nobody may be called like them. */
    private static final Pattern NOT_A_PERSON = Pattern.compile("(cli:|agent@|key:|staff:).*");

    public StaffForm {
        phone = phone.map(String::strip).filter(text -> !text.isEmpty());
        email = email.map(String::strip).filter(text -> !text.isEmpty());
        alerts = alerts.map(Set::copyOf);
        email.filter(text ->
                        text.length() > LONGEST_EMAIL || !EMAIL.matcher(text).matches())
                .ifPresent(text -> {
                    throw new InvalidInput("email", "This is not an e-mail address: " + text + ".");
                });
    }

    /** Somebody of that role, with nothing else known. */
    public static StaffForm of(Role role) {
        return new StaffForm(role, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A name that can be shown in a list and in the ledger, and told from everybody else's. */
    static void checkName(String name) {
        if (name.isBlank()
                || !name.equals(name.strip())
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.length() > 2 * LONGEST_NAME
                || !Printable.is(name)) {
            throw new InvalidInput(
                    "name", "A name has 1 to " + LONGEST_NAME + " printable characters, without space around them.");
        }
        if (NOT_A_PERSON.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            throw new InvalidInput("name", "A name cannot begin with cli:, agent@, key: or staff:.");
        }
    }
}
