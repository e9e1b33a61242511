package app.mortar.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An API key as it may be shown: never its secret.
 *
 * @param prefix the beginning of the key, which tells it from others in a log
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        long id,
        String name,
        String prefix,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
