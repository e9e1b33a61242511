package app.mortar.store;

import java.util.Collection;
import java.util.List;

/**
 * Thrown inside a transaction whose ground has moved: it is rolled back and run again from the start. Nothing outside
 * the database may have happened in it.
 */
public final class TryAgain extends RuntimeException {
    private final List<Long> alsoLock;

    /** Somebody else was faster; look again. */
    public TryAgain(String why) {
        this(why, List.of());
    }

    /** More products are concerned than were locked; lock these from the start, in the one order. */
    public TryAgain(String why, Collection<Long> alsoLock) {
        super(why, null, false, false);
        this.alsoLock = List.copyOf(alsoLock);
    }

    public List<Long> alsoLock() {
        return alsoLock;
    }
}
