package app.mortar.reservation;

import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many live holds each owner has. Counted in the database at most once a second, except when the last count plus
 * what was granted since would refuse somebody: then it is counted again first.
 */
final class OpenHolds {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Count(Instant at, long counted, long grantedSince) {
        long total() {
            return counted + grantedSince;
        }

        boolean isFreshAt(Instant now) {
            return !at.plus(FRESH).isBefore(now) && !at.isAfter(now);
        }

        /** What was granted since may have been given back meanwhile: not sure enough to refuse. */
        boolean isSureOf(int limit) {
            return total() < limit || grantedSince == 0;
        }

        Count withOneMore() {
            return new Count(at, counted, grantedSince + 1);
        }
    }

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    boolean mayHaveOneMore(Tx tx, String owner, int limit) {
        if (limit == 0) {
            return true;
        }
        Count known = counts.get(owner);
        if (known != null && known.isFreshAt(tx.now()) && known.isSureOf(limit)) {
            return known.total() < limit;
        }
        Count count = new Count(tx.now(), count(tx, owner), 0);
        counts.put(owner, count);
        return count.total() < limit;
    }

    void granted(String owner) {
        counts.computeIfPresent(owner, (key, count) -> count.withOneMore());
    }

    private static long count(Tx tx, String owner) {
        return tx.session()
                .createSelectionQuery(
                        "select count(*) from CartHold h where h.status = ACTIVE and h.expiresAt > :now and h.owner = :owner",
                        Long.class)
                .setParameter("now", tx.now())
                .setParameter("owner", owner)
                .getSingleResult();
    }
}
