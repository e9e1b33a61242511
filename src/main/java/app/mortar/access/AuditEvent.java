package app.mortar.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done, or refused.
 *
 * @param by who did it
 * @param subject whom or what it was done to
 * @param detail what else there is to say; never a secret
 */
public record AuditEvent(
        long id,
        Instant at,
        AuditKind kind,
        String by,
        String workstation,
        Optional<String> subject,
        Optional<String> detail) {}
