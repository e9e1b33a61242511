package app.mortar.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * What is still to happen, in the order of time. Days are counted back from today and are complete up to yesterday's
 * closing; of today there is only what happened so many minutes ago. So the pharmacy looks the same whatever day and
 * hour it is.
 */
final class Diary {
    /** The last act of a day. */
    static final LocalTime CLOSING = LocalTime.of(20, 0);

    /** Even at midnight this long ago is after yesterday's closing. */
    private static final Duration JUST_NOW = Duration.ofHours(4);

    private static final Comparator<Entry> IN_ORDER =
            Comparator.comparing(Entry::at).thenComparingInt(Entry::number);

    private record Entry(Instant at, int number, Runnable act) {}

    private final PastClock clock;
    private final Instant now;
    private final ZoneId zone;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(IN_ORDER);
    private int noted;

    Diary(PastClock clock, Instant now, ZoneId zone) {
        this.clock = clock;
        this.now = now;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    /** Something happens on that day, at that time in the pharmacy's zone; what would be due today is left undone. */
    void note(int daysAgo, LocalTime at, Runnable act) {
        if (at.isAfter(CLOSING)) {
            throw new IllegalArgumentException("Nothing happens after closing: " + at);
        }
        if (daysAgo > 0) {
            add(today().minusDays(daysAgo).atTime(at).atZone(zone).toInstant(), act);
        }
    }

    /** Something happened on this very day, or around midnight if it is early. */
    void noteMinutesAgo(int minutes, Runnable act) {
        Duration ago = Duration.ofMinutes(minutes);
        if (ago.compareTo(JUST_NOW) >= 0) {
            throw new IllegalArgumentException(minutes + " minutes may be before yesterday's closing");
        }
        add(now.minus(ago), act);
    }

    private void add(Instant at, Runnable act) {
        entries.add(new Entry(at, noted++, act));
    }

    /** Lives through all of it; acts may note more. */
    void live() {
        for (Entry next = entries.poll(); next != null; next = entries.poll()) {
            clock.goTo(next.at());
            next.act().run();
        }
    }
}
