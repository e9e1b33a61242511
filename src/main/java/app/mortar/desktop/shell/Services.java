package app.mortar.desktop.shell;

import app.mortar.desktop.work.Work;
import app.mortar.kernel.Actor;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What runs beside the windows: the agent that does scheduled work, somewhere, and the shop's API. */
public final class Services {
    /** Without a sign of the agent for so long, nobody sends alerts. */
    static final Duration SILENCE = Duration.ofMinutes(2);

    private static final int EVERY = 20;

    private final Transactions transactions;
    private final Actor actor;
    private final Work work;
    private final boolean alone;
    private final Optional<String> api;
    private final ReadOnlyObjectWrapper<@Nullable Agent> agent = new ReadOnlyObjectWrapper<>();
    private int pause;
    private boolean asking;

    /**
     * The agent, as it was seen last.
     *
     * @param lastRan when one of its jobs last ran; null when none ever has
     * @param silent whether that is too long ago
     */
    public record Agent(@Nullable Instant lastRan, boolean silent) {}

    /**
     * What runs.
     *
     * @param actor whom the database knows this workstation as
     * @param alone whether the agent is this program's own
     * @param api where the shop's API answers from here
     */
    public Services(
            Transactions transactions, Actor actor, Work work, boolean alone, Optional<String> api) {
        this.transactions = transactions;
        this.actor = actor;
        this.work = work;
        this.alone = alone;
        this.api = api;
    }

    public Optional<String> api() {
        return api;
    }

    /** The agent; null until it was looked for. */
    public ReadOnlyObjectProperty<@Nullable Agent> agent() {
        return agent.getReadOnlyProperty();
    }

    /** A second has passed. */
    public void tick() {
        if (asking || pause-- > 0) {
            return;
        }
        asking = true;
        work.run(() -> transactions.read(actor, this::look), this::seen, failure -> asking = false);
    }

    private void seen(Agent now) {
        asking = false;
        pause = EVERY;
        agent.set(now);
    }

    private Agent look(Tx tx) {
        Instant last = tx.session()
                .createNativeQuery("select max(last_at) from job_mark", Instant.class)
                .getSingleResultOrNull();
        // this program's own agent needs no watching: it ends with the window
        boolean silent = !alone && (last == null || last.plus(SILENCE).isBefore(tx.now()));
        return new Agent(last, silent);
    }
}
