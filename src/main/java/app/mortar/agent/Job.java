package app.mortar.agent;

import app.mortar.store.JobMark;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Supplier;

/**
 * One line of the timetable.
 *
 * @param name as it is marked and shown
 * @param pause how long after one run, or one look, the next follows
 * @param gap a longer pause between two runs means that nobody was there
 * @param when whether a look leads to a run
 * @param work what is done
 */
record Job(String name, Supplier<Duration> pause, Supplier<Duration> gap, When when, Runnable work) {
    private static final Duration LOOK = Duration.ofSeconds(20);
    private static final Duration MORE_THAN_A_DAY = Duration.ofHours(25);
    private static final Duration LATE = Duration.ofMinutes(2);

    /** Is it time, if the job was last done then (or never: the beginning of time)? */
    @FunctionalInterface
    interface When {
        boolean isTime(Instant last, Instant now, ZoneId zone);
    }

    /** Again and again, so long after the end of the last run. */
    static Job every(Supplier<Duration> pause, String name, Runnable work) {
        return new Job(name, pause, () -> pause.get().multipliedBy(2).plus(LATE), (last, now, zone) -> true, work);
    }

    /** The same; twice the pause without a run is a gap. */
    static Job strictlyEvery(Supplier<Duration> pause, String name, Runnable work) {
        return new Job(name, pause, () -> pause.get().multipliedBy(2), (last, now, zone) -> true, work);
    }

    /** Once on each of the pharmacy's days, from that time on; a time that was missed is made up for, once. */
    static Job eachDay(Supplier<LocalTime> time, String name, Runnable work) {
        return new Job(
                name,
                () -> LOOK,
                () -> MORE_THAN_A_DAY,
                (last, now, zone) -> last.isBefore(latest(time.get(), now, zone)),
                work);
    }

    /** The latest moment, not after {@code now}, at which the pharmacy's clock showed that time. */
    private static Instant latest(LocalTime time, Instant now, ZoneId zone) {
        ZonedDateTime today =
                ZonedDateTime.ofInstant(now, zone).toLocalDate().atTime(time).atZone(zone);
        return today.toInstant().isAfter(now)
                ? today.toLocalDate().minusDays(1).atTime(time).atZone(zone).toInstant()
                : today.toInstant();
    }

    /** Asked in a transaction of its own. */
    boolean isTime(Tx tx) {
        Instant last = JobMark.find(tx, name).map(JobMark.Seen::lastAt).orElse(Instant.EPOCH);
        return when.isTime(last, tx.now(), tx.zone());
    }
}
