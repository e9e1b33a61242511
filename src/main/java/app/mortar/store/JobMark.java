package app.mortar.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers when a scheduled job last ran, for the check of the books and for whoever asks whether it is alive. */
public final class JobMark {
    /**
     * What is known of a job.
     *
     * @param aliveSince from when on it has run without a gap
     */
    public record Seen(Instant aliveSince, Instant lastAt) {}

    private static final int LONGEST_REASON = 500;

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

    /**
     * Says that {@code job} has just failed; when it was last done stays known.
     *
     * @param why in a few words, for whoever looks after it
     */
    public static void failed(Tx tx, String job, String why) {
        String sql = find(tx, job).isPresent()
                ? "update job_mark set failed_at = :now, failed_on = :from, failure = :why where job = :job"
                : """
                  insert into job_mark (job, alive_since, last_at, workstation, failed_at, failed_on, failure)
                  values (:job, :never, :never, :from, :now, :from, :why)""";
        var mutation = tx.session()
                .createNativeMutationQuery(sql)
                .setParameter("job", job)
                .setParameter("now", tx.now())
                .setParameter("from", tx.actor().workstation())
                .setParameter("why", why.substring(0, Math.min(why.length(), LONGEST_REASON)));
        if (sql.contains(":never")) {
            mutation.setParameter("never", Instant.EPOCH);
        }
        mutation.executeUpdate();
    }

    /**
     * How a job went.
     *
     * @param lastAt when it was last done; null if never
     * @param failedAt when it last failed; null if it never did
     */
    public record Run(
            String job,
            @Nullable Instant lastAt,
            String workstation,
            @Nullable Instant failedAt,
            @Nullable String failedOn,
            @Nullable String failure) {
        /** Did the last run fail? */
        public boolean failing() {
            Instant failed = failedAt;
            return failed != null && (lastAt == null || failed.isAfter(lastAt));
        }
    }

    /** How every job went, by name. */
    public static List<Run> all(Tx tx) {
        return tx
                .session()
                .createNativeQuery(
                        "select job, last_at, workstation, failed_at, failed_on, failure from job_mark order by job",
                        Object[].class)
                .addScalar("job", String.class)
                .addScalar("last_at", Instant.class)
                .addScalar("workstation", String.class)
                .addScalar("failed_at", Instant.class)
                .addScalar("failed_on", String.class)
                .addScalar("failure", String.class)
                .getResultList()
                .stream()
                .map(row -> new Run(
                        (String) row[0],
                        Instant.EPOCH.equals(row[1]) ? null : (Instant) row[1],
                        (String) row[2],
                        (Instant) row[3],
                        (String) row[4],
                        (String) row[5]))
                .toList();
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
