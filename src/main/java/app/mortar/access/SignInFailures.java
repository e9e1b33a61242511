package app.mortar.access;

import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often somebody was wrong, by person and workstation: five times are human, then every further one costs a pause
 * of 30 seconds, twice as long each time, up to a quarter of an hour. A colleague at another workstation is not kept
 * out, and a name that nobody has is counted just the same. A try is counted before its password is looked at, so many
 * at once are no way around.
 */
final class SignInFailures {
    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private SignInFailures() {}

    /**
     * What a try begins with.
     *
     * @param lockedUntil when it is not even looked at
     * @param ifWrong until when the next ones are not looked at, should this one be wrong
     */
    record Standing(Optional<Instant> lockedUntil, Optional<Instant> ifWrong) {}

    /** Counts a try as wrong; {@link #forget} takes it back when it was right. */
    static Standing count(Tx tx, String name) {
        String who = Fingerprint.of(StaffMember.key(name));
        Object[] row = tx.session()
                .createNativeQuery(
                        "select failures, last_at, locked_until from sign_in_failure"
                                + " where who = :who and workstation = :workstation for update",
                        Object[].class)
                .addScalar("failures", Integer.class)
                .addScalar("last_at", Instant.class)
                .addScalar("locked_until", Instant.class)
                .setParameter("who", who)
                .setParameter("workstation", tx.actor().workstation())
                .getSingleResultOrNull();
        Instant now = tx.now();
        if (row != null && row[2] != null && ((Instant) row[2]).isAfter(now)) {
            return new Standing(Optional.of((Instant) row[2]), Optional.empty());
        }
        boolean recent = row != null && ((Instant) row[1]).isAfter(now.minus(REMEMBERED));
        int failures = recent ? (Integer) row[0] + 1 : 1;
        Optional<Instant> pause = failures < FREE ? Optional.empty() : Optional.of(now.plus(pause(failures)));
        write(tx, who, failures, pause, row == null);
        return new Standing(Optional.empty(), pause);
    }

    /** Begins to count this person anew at the actor's workstation. */
    static void forgetHere(Tx tx, String name) {
        tx.session()
                .createNativeMutationQuery(
                        "delete from sign_in_failure where who = :who and workstation = :workstation")
                .setParameter("who", Fingerprint.of(StaffMember.key(name)))
                .setParameter("workstation", tx.actor().workstation())
                .executeUpdate();
    }

    /** Begins to count this person anew at all workstations. */
    static void forget(Tx tx, String name) {
        tx.session()
                .createNativeMutationQuery("delete from sign_in_failure where who = :who")
                .setParameter("who", Fingerprint.of(StaffMember.key(name)))
                .executeUpdate();
    }

    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE;
        for (int i = FREE; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static void write(Tx tx, String who, int failures, Optional<Instant> pause, boolean first) {
        if (first) {
            tx.session()
                    .createNativeMutationQuery("delete from sign_in_failure where last_at < :long_ago")
                    .setParameter("long_ago", tx.now().minus(REMEMBERED))
                    .executeUpdate();
        }
        tx.session()
                .createNativeMutationQuery(
                        first
                                ? "insert into sign_in_failure (who, workstation, failures, last_at, locked_until)"
                                        + " values (:who, :workstation, :failures, :now, :until)"
                                : "update sign_in_failure set failures = :failures, last_at = :now,"
                                        + " locked_until = :until where who = :who and workstation = :workstation")
                .setParameter("who", who)
                .setParameter("workstation", tx.actor().workstation())
                .setParameter("failures", failures)
                .setParameter("now", tx.now())
                .setParameter("until", pause.orElse(null), Instant.class)
                .executeUpdate();
    }
}
