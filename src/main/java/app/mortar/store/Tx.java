package app.mortar.store;

import app.mortar.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** One transaction: its session, who acts, and one moment that everything in it happens at. */
public final class Tx {
    private final StatelessSession session;
    private final Actor actor;
    private final StoreClock clock;
    private final ZoneId zone;
    private final TreeSet<Long> alsoLock;
    private final Afterwards afterwards;
    private @Nullable Instant now;

    Tx(
            StatelessSession session,
            Actor actor,
            StoreClock clock,
            ZoneId zone,
            Collection<Long> alsoLock,
            Afterwards afterwards) {
        this.session = session;
        this.actor = actor;
        this.clock = clock;
        this.zone = zone;
        this.alsoLock = new TreeSet<>(alsoLock);
        this.afterwards = afterwards;
    }

    public StatelessSession session() {
        return session;
    }

    public Actor actor() {
        return actor;
    }

    /**
     * The moment of this transaction, by the clock that all machines share. Asked for once; whoever takes locks asks
     * only after having them, so that a long wait cannot make a transaction act in the past.
     */
    public Instant now() {
        Instant known = now;
        if (known == null) {
            known = clock.now(session);
            now = known;
        }
        return known;
    }

    /** The pharmacy's date at {@link #now()}: never the JVM's, never the database's. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Products that an earlier try of this transaction found it must lock as well. */
    public List<Long> alsoLock() {
        return List.copyOf(alsoLock);
    }

    /** Has {@code act} done once this transaction is committed; it cannot fail the transaction any more. */
    public void afterCommit(Runnable act) {
        afterwards.afterCommit(act);
    }

    /** Has {@code act} done should this try be rolled back; it may open a transaction of its own. */
    public void afterRollback(Consumer<Transactions> act) {
        afterwards.afterRollback(act);
    }
}
