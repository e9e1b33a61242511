package app.mortar.desktop.shell;

import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether the database answers, how fast, and what time it has: asked every ten seconds, and while it is away sooner,
 * until it is back. Told once a second that a second has passed; on the user interface's thread.
 */
public final class Pulse {
    private static final int CALM = 10;
    private static final int FIRST_TRY = 2;

    private final Transactions transactions;
    private final Actor actor;
    private final Work work;
    private final Time time;
    private final LongSupplier nanos;
    private final ReadOnlyBooleanWrapper online = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper latency = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyIntegerWrapper nextTry = new ReadOnlyIntegerWrapper(0);
    private int pause = FIRST_TRY;
    private boolean asking;
    private @Nullable Instant lostAt;

    private record Answer(Instant now, Duration took) {}

    /**
     * A pulse.
     *
     * @param actor whom the database knows this workstation as
     * @param nanos as {@code System::nanoTime}
     */
    public Pulse(Transactions transactions, Actor actor, Work work, Time time, LongSupplier nanos) {
        this.transactions = transactions;
        this.actor = actor;
        this.work = work;
        this.time = time;
        this.nanos = nanos;
    }

    public ReadOnlyBooleanProperty online() {
        return online.getReadOnlyProperty();
    }

    /** Milliseconds to the database and back; −1 until it was asked. */
    public ReadOnlyLongProperty latency() {
        return latency.getReadOnlyProperty();
    }

    /** Seconds until it is asked again. */
    public ReadOnlyIntegerProperty nextTry() {
        return nextTry.getReadOnlyProperty();
    }

    /** When it was found away; null while it answers. */
    public @Nullable Instant lostAt() {
        return lostAt;
    }

    /** A second has passed. */
    public void tick() {
        if (asking) {
            return;
        }
        if (nextTry.get() <= 1) {
            ask();
        } else {
            nextTry.set(nextTry.get() - 1);
        }
    }

    /** Asks now. */
    public void ask() {
        if (asking) {
            return;
        }
        asking = true;
        work.run(this::answer, this::answered, failure -> away());
    }

    /** Somebody found it away. */
    public void lost() {
        if (online.get()) {
            away();
        }
    }

    private Answer answer() {
        long before = nanos.getAsLong();
        Instant now = transactions.read(actor, Tx::now);
        return new Answer(now, Duration.ofNanos(nanos.getAsLong() - before));
    }

    private void answered(Answer answer) {
        asking = false;
        time.told(answer.now, answer.took);
        latency.set(answer.took.toMillis());
        lostAt = null;
        pause = FIRST_TRY;
        nextTry.set(CALM);
        online.set(true);
    }

    private void away() {
        asking = false;
        latency.set(-1);
        if (lostAt == null) {
            lostAt = time.now();
        }
        nextTry.set(pause);
        pause = Math.min(CALM, pause * 2);
        online.set(false);
    }
}
