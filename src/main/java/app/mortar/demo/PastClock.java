package app.mortar.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the history: it stands where it was put, and only ever goes forward, as the ledger does. */
final class PastClock extends Clock {
    private Instant now;

    PastClock(Instant start) {
        now = start;
    }

    void goTo(Instant moment) {
        if (moment.isBefore(now)) {
            throw new IllegalStateException("The history cannot go back from " + now + " to " + moment);
        }
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
