package app.mortar.access;

import app.mortar.kernel.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who works here, as others may see it.
 *
 * @param phone E.164
 * @param chosenAlerts empty: what is usual for the role
 * @param hasPin whether a PIN opens a known workstation
 * @param revision rises with every change, to notice one that somebody else made meanwhile
 */
public record StaffView(
        String name,
        Role role,
        Optional<String> phone,
        Optional<String> email,
        Optional<Set<AlertKind>> chosenAlerts,
        boolean hasPin,
        int revision,
        Instant createdAt,
        Optional<Instant> lastSignedInAt,
        Optional<Instant> disabledAt) {

    /** What this person is told about, chosen or usual. */
    public Set<AlertKind> alerts() {
        return chosenAlerts.orElseGet(role::usualAlerts);
    }

    public boolean enabled() {
        return disabledAt.isEmpty();
    }

    /** This person at work at that workstation. */
    Actor at(String workstation) {
        return Actor.staff(name, workstation, role.permissions());
    }
}
