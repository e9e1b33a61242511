package app.mortar.desktop.counter;

import app.mortar.desktop.shell.Session;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.reservation.HoldView;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/** The hold that the sale stands on, and the time that is left of it. */
public final class Holding {
    /** Where the sale stands. */
    public enum Phase {
        /** Nothing is held. */
        CART,
        /** The timer runs. */
        HELD,
        /** It ran out: everything is free for others, the cart is still there. */
        EXPIRED
    }

    /**
     * A hold that was given.
     *
     * @param whole for how long it was given
     */
    record Kept(CounterDesk.Sale sale, HoldView hold, Duration whole) {}

    private final Session session;
    private final Runnable over;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.CART);
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    // a change listener: one for invalidation only is told no second time unless somebody looks
    private final ChangeListener<Instant> beat = (property, was, is) -> tick();
    private @Nullable Kept kept;

    /** @param over is run when the hold is over before anybody has paid */
    Holding(Session session, Runnable over) {
        this.session = session;
        this.over = over;
        session.time().beat().addListener(beat);
    }

    void close() {
        session.time().beat().removeListener(beat);
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** What is left, by the clock that all machines share; changes once a second. */
    public ReadOnlyObjectProperty<Duration> left() {
        return left.getReadOnlyProperty();
    }

    /** As people read a countdown: a second that has begun is still there, so that nothing is left exactly at the end. */
    static Duration inSeconds(Duration left) {
        return Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds());
    }

    /** For how long the hold was given. */
    public Duration whole() {
        return kept == null ? Duration.ZERO : kept.whole();
    }

    public boolean isHeld() {
        return phase.get() == Phase.HELD;
    }

    /** The number of the sale; null before its units were held. */
    public @Nullable String number() {
        return kept == null ? null : kept.sale().number();
    }

    /** The hold ends at this moment; null when there is none. */
    public @Nullable Instant until() {
        return kept == null ? null : kept.hold().expiresAt();
    }

    /** The hold, also one that is over; null when there is none. */
    @Nullable
    Kept kept() {
        return kept;
    }

    /** The sale that the hold belongs to; null when there is none. */
    CounterDesk.@Nullable Sale sale() {
        return kept == null ? null : kept.sale();
    }

    /** A hold that was given just now. */
    void take(CounterDesk.Sale sale, HoldView hold) {
        Duration whole = Duration.between(hold.serverTime(), hold.expiresAt());
        take(new Kept(sale, hold, whole.isNegative() ? Duration.ZERO : whole));
    }

    void take(Kept now) {
        kept = now;
        phase.set(Phase.CART); // so that whoever listens sees a new hold as a change
        phase.set(Phase.HELD);
        tick();
    }

    private void tick() {
        if (kept == null || !isHeld()) {
            return;
        }
        Duration now = session.time().until(kept.hold().expiresAt());
        left.set(now);
        if (now.isZero()) {
            expire();
        }
    }

    /** It is over, whatever the clock here says. */
    void expire() {
        left.set(Duration.ZERO);
        phase.set(Phase.EXPIRED);
        over.run();
    }

    /** Nothing is held any more. */
    void forget() {
        kept = null;
        left.set(Duration.ZERO);
        phase.set(Phase.CART);
    }
}
