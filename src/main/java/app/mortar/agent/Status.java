package app.mortar.agent;

import app.mortar.books.CheckLog;
import app.mortar.kernel.Permission;
import app.mortar.store.JobMark;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the agent does: which programs keep the timetable, when each job was last done and where, and what the last check
 * of the books found.
 *
 * @param now the moment of all this, by the database's clock
 * @param alive whether anybody keeps the timetable
 */
public record Status(
        Instant now, boolean alive, List<Agent> agents, List<JobMark.Run> jobs, Optional<CheckLog.Entry> check) {
    /** Longer without a heartbeat than this, nobody sends alerts. */
    public static final Duration TOO_LONG = Duration.ofMinutes(2);

    /** A program that keeps the timetable, or did. */
    public record Agent(String name, Instant startedAt, Instant beatAt) {}

    /** How it stands now. */
    public static Status of(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        List<Agent> agents = tx
                .session()
                .createNativeQuery(
                        "select agent, started_at, beat_at from agent_heartbeat order by beat_at desc, agent",
                        Object[].class)
                .addScalar("agent", String.class)
                .addScalar("started_at", Instant.class)
                .addScalar("beat_at", Instant.class)
                .getResultList()
                .stream()
                .map(row -> new Agent((String) row[0], (Instant) row[1], (Instant) row[2]))
                .toList();
        boolean alive = agents.stream()
                .map(Agent::beatAt)
                .max(Comparator.naturalOrder())
                .filter(beat -> !beat.plus(TOO_LONG).isBefore(tx.now()))
                .isPresent();
        return new Status(tx.now(), alive, agents, JobMark.all(tx), CheckLog.last(tx));
    }
}
