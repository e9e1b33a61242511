package app.mortar.store;

import app.mortar.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** One transaction: its session, who acts, and one moment that everything in it happens at. */
public final class Tx {
    private final StatelessSession session;
    private final Actor actor;
    private final StoreClock clock;
    private final ZoneId zone;
    private final TreeSet<Long> alsoLock;
    private final Map<Class<?>, Object> attending;
    private final Map<Class<?>, Runnable> lastActs = new LinkedHashMap<>();
    private final Afterwards afterwards;
    private final Writes writes = new Writes(this);
    private @Nullable Instant now;

    Tx(
            StatelessSession session,
            Actor actor,
            StoreClock clock,
            ZoneId zone,
            Collection<Long> alsoLock,
            Map<Class<?>, Object> attending,
            Afterwards afterwards) {
        this.session = session;
        this.actor = actor;
        this.clock = clock;
        this.zone = zone;
        this.alsoLock = new TreeSet<>(alsoLock);
        this.attending = attending;
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

    /**
     * The same, asked anew: for whoever has just waited for locks. Otherwise a transaction that looked at the clock
     * before would still take for live what somebody else has rightly lapsed meanwhile.
     */
    public Instant nowUnderLock() {
        now = null;
        return now();
    }

    StoreClock clock() {
        return clock;
    }

    /** From here on it is that moment, asked for together with something else. */
    Instant become(Instant moment) {
        now = moment;
        return moment;
    }

    /** Questions that are asked together. */
    public RoundTrip roundTrip() {
        return new RoundTrip(this);
    }

    /** What is written together, when somebody says so, at the latest before the commit. */
    public Writes writes() {
        return writes;
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

    /** Who attends to every transaction in this role, if anybody does; see {@link Transactions#attending}. */
    public <T> Optional<T> attending(Class<T> role) {
        return Optional.ofNullable(role.cast(attending.get(role)));
    }

    /**
     * What is to be done once, at the very end of this transaction and as part of it; asked for again, the same one is
     * answered, so that whatever comes up meanwhile is collected in it.
     */
    public <T extends Runnable> T lastAct(Class<T> kind, Supplier<T> first) {
        return kind.cast(lastActs.computeIfAbsent(kind, unknown -> first.get()));
    }

    void beforeCommit() {
        List.copyOf(lastActs.values()).forEach(Runnable::run);
        writes.go();
    }

    /** Has {@code act} done, once however often it is said, after the commit; it cannot fail the transaction any more. */
    public void afterCommit(Runnable act) {
        afterwards.afterCommit(act);
    }

    /** Has {@code act} done should this try be rolled back; it may open a transaction of its own. */
    public void afterRollback(Consumer<Transactions> act) {
        afterwards.afterRollback(act);
    }
}
