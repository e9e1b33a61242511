package app.mortar.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Remembers when a scheduled job last ran, for the check of the books and for whoever asks whether it is alive. */
public final class JobMark {
    /**
     * What is known of a job.
     *
     * @param aliveSince from when on it has run without a gap
     */
    public record Seen(Instant aliveSince, Instant lastAt) {}

    private JobMark() {}

    /**
     * Says that {@code job} has just run.
     *
     * @param gap a pause longer than this means that nobody was there meanwhile
     */
    public static void ran(Tx tx, String job, Duration gap) {
        Optional<Seen> before = find(tx, job);
        Instant since = before.filter(seen -> !seen.lastAt().plus(gap).isBefore(tx.now()))
                .map(Seen::aliveSince)
                .orElse(tx.now());
        String sql = before.isPresent()
                ? "update job_mark set alive_since = :since, last_at = :now, workstation = :from where job = :job"
                : "insert into job_mark (job, alive_since, last_at, workstation) values (:job, :since, :now, :from)";
        tx.session()
                .createNativeMutationQuery(sql)
                .setParameter("job", job)
                .setParameter("since", since)
                .setParameter("now", tx.now())
                .setParameter("from", tx.actor().workstation())
                .executeUpdate();
    }

    /** What is known of a job that ran at least once. */
    public static Optional<Seen> find(Tx tx, String job) {
        return tx
                .session()
                .createNativeQuery("select alive_since, last_at from job_mark where job = :job", Object[].class)
                .addScalar("alive_since", Instant.class)
                .addScalar("last_at", Instant.class)
                .setParameter("job", job)
                .getResultList()
                .stream()
                .map(row -> new Seen((Instant) row[0], (Instant) row[1]))
                .findFirst();
    }
}
