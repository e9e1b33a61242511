package app.mortar.agent;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** The database's clock without a question for each glance: asked now and then, and carried on in between. */
final class SharedTime implements Clock {
    private record Seen(Instant moment, long nanos) {}

    private final Supplier<Instant> ask;
    private volatile Seen seen;

    SharedTime(Supplier<Instant> ask) {
        this.ask = ask;
        this.seen = asked();
    }

    private Seen asked() {
        return new Seen(ask.get(), System.nanoTime());
    }

    void refresh() {
        seen = asked();
    }

    @Override
    public Instant now() {
        Seen last = seen;
        return last.moment().plusNanos(System.nanoTime() - last.nanos());
    }
}
