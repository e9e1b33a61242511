package app.mortar.access;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody of the staff who can be told something.
 *
 * @param name unique, and for ever the same person's
 * @param phone E.164, for SMS and WhatsApp
 * @param wants what this person has chosen, or what is usual for the role
 */
public record Recipient(String name, Role role, Optional<String> phone, Optional<String> email, Set<AlertKind> wants) {
    public Recipient {
        wants = Set.copyOf(wants);
    }
}
