package app.mortar.reservation;

import java.time.Instant;

/** Is told how stock has answered requests for units, once the answers are committed: what the success rate is made of. */
@FunctionalInterface
public interface Verdicts {
    /** Nobody counts. */
    Verdicts UNCOUNTED = (at, granted, refused) -> {};

    /**
     * So many requests were decided. Creations and refreshes with items count, replays do not.
     *
     * @param granted holds taken or refreshed
     * @param refused requests for more than there is
     */
    void decided(Instant at, int granted, int refused);
}
