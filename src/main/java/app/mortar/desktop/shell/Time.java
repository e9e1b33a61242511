package app.mortar.desktop.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What time it is by the clock that all workstations share. Told now and then by the database, counted on in between by
 * this machine's running time, so neither a wrong clock on this machine nor somebody who sets it makes a countdown
 * wrong. Until it was told, it is {@code first}.
 */
public final class Time {
    private final Supplier<ZoneId> zone;
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Instant> beat;
    private volatile Told told;

    private record Told(Instant at, long nano) {}

    /**
     * A clock.
     *
     * @param first what to take for now until the database was asked
     * @param zone the pharmacy's
     * @param nanos the time this machine has been running, as {@code System::nanoTime}
     */
    public Time(Instant first, Supplier<ZoneId> zone, LongSupplier nanos) {
        this.zone = zone;
        this.nanos = nanos;
        this.told = new Told(first, nanos.getAsLong());
        this.beat = new ReadOnlyObjectWrapper<>(first);
    }

    public Instant now() {
        Told last = told;
        return last.at.plusNanos(nanos.getAsLong() - last.nano);
    }

    /** The pharmacy's date. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), zone.get());
    }

    public ZoneId zone() {
        return zone.get();
    }

    /** How long until {@code moment}; never negative. */
    public Duration until(Instant moment) {
        Duration left = Duration.between(now(), moment);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Now, once a second: the one ticker that all countdowns share. Let go of it when the room closes.
     */
    public ReadOnlyObjectProperty<Instant> beat() {
        return beat.getReadOnlyProperty();
    }

    /** The database says that it is {@code now}; {@code took} is how long the answer was on its way. */
    public void told(Instant now, Duration took) {
        told = new Told(now.plus(took.dividedBy(2)), nanos.getAsLong());
    }

    /** A second has passed. */
    public void tick() {
        beat.set(now());
    }
}
