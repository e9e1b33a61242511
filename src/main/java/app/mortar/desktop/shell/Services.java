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
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private int pause;
    private boolean asking;

    /**
     * What was seen last.
     *
     * @param lastRan when a scheduled job last ran; null when none ever has
     * @param silent whether no agent has given a sign of life for too long
     * @param books what the last check of the books found; null when they were never checked
     * @param unsent messages that wait to be sent or could not be
     */
    public record Seen(
            @Nullable Instant lastRan,
            boolean silent,
            @Nullable Books books,
            int unsent) {}

    /**
     * A check of the books.
     *
     * @param findings what does not add up; empty when everything does
     */
    public record Books(Instant at, String findings) {}

    /**
     * What runs.
     *
     * @param actor whom the database knows this workstation as
     * @param alone whether the agent is this program's own
     * @param api where the shop's API answers from here
     */
    public Services(Transactions transactions, Actor actor, Work work, boolean alone, Optional<String> api) {
        this.transactions = transactions;
        this.actor = actor;
        this.work = work;
        this.alone = alone;
        this.api = api;
    }

    public Optional<String> api() {
        return api;
    }

    /** What was seen last; null until somebody looked. */
    public ReadOnlyObjectProperty<@Nullable Seen> seen() {
        return seen.getReadOnlyProperty();
    }

    /** A second has passed. */
    public void tick() {
        if (asking || pause-- > 0) {
            return;
        }
        asking = true;
        work.run(() -> transactions.read(actor, this::look), this::seen, failure -> asking = false);
    }

    private void seen(Seen now) {
        asking = false;
        pause = EVERY;
        seen.set(now);
    }

    private Seen look(Tx tx) {
        Instant ran = moment(tx, "select max(last_at) from job_mark");
        Instant beat = moment(tx, "select max(beat_at) from agent_heartbeat");
        // this program's own agent needs no watching: it ends with the window
        boolean silent = !alone && (beat == null || beat.plus(SILENCE).isBefore(tx.now()));
        int unsent = tx.session()
                .createNativeQuery(
                        "select count(*) from notification where status in ('PENDING', 'FAILED')", Integer.class)
                .getSingleResult();
        return new Seen(ran, silent, books(tx), unsent);
    }

    private static @Nullable Books books(Tx tx) {
        return tx
                .session()
                .createNativeQuery(
                        "select at, ok, findings from books_check order by at desc, id desc fetch first 1 rows only",
                        Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("ok", Boolean.class)
                .addScalar("findings", String.class)
                .getResultList()
                .stream()
                .map(row -> new Books((Instant) row[0], (boolean) row[1] ? "" : (String) row[2]))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant moment(Tx tx, String sql) {
        return tx.session().createNativeQuery(sql, Instant.class).getSingleResultOrNull();
    }
}
