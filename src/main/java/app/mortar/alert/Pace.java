package app.mortar.alert;

import app.mortar.settings.AlertSettings.QuietHours;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a message may first be sent: at once; a little after the last one of its kind to the same address, so that what
 * comes up meanwhile is gathered in it; after the quiet hours; tomorrow, when an address has had enough for today.
 */
final class Pace {
    /** How long things are gathered after a message has gone out. */
    static final Duration GATHER = Duration.ofSeconds(15);

    /** Messages to one address in a day of the pharmacy; the log takes any number. */
    static final int MOST_A_DAY = 100;

    private record Stream(Address address, @Nullable Integer stage) {}

    private final Instant now;
    private final ZoneId zone;
    private final Kind kind;
    private final Optional<QuietHours> quiet;
    private final Map<Stream, Instant> last = new HashMap<>();
    private final Map<Address, Integer> today = new HashMap<>();

    private Pace(Tx tx, Kind kind, Optional<QuietHours> quiet) {
        this.now = tx.now();
        this.zone = tx.zone();
        this.kind = kind;
        this.quiet = quiet;
    }

    static Pace of(Tx tx, Kind kind, Optional<QuietHours> quiet) {
        Pace pace = new Pace(tx, kind, quiet);
        pace.read(tx);
        return pace;
    }

    private void read(Tx tx) {
        tx.session()
                .createNativeQuery("""
                        select channel, recipient, kind, stage, max(due_at) as last_due, count(*) as messages from notification
                        where due_at >= :day group by channel, recipient, kind, stage""", Object[].class)
                .addScalar("channel", String.class)
                .addScalar("recipient", String.class)
                .addScalar("kind", String.class)
                .addScalar("stage", Integer.class)
                .addScalar("last_due", Instant.class)
                .addScalar("messages", Long.class)
                .setParameter("day", tx.today().atStartOfDay(zone).toInstant())
                .getResultList()
                .forEach(this::count);
    }

    private void count(Object[] row) {
        Address address = new Address(Medium.named((String) row[0]).orElseThrow(), (String) row[1]);
        today.merge(address, Math.toIntExact((Long) row[5]), Integer::sum);
        if (kind.name().equals(row[2])) {
            last.put(new Stream(address, (Integer) row[3]), (Instant) row[4]);
        }
    }

    Instant dueAt(Address address, @Nullable Integer stage) {
        Instant before = last.get(new Stream(address, stage));
        Instant gathered = before == null || before.plus(GATHER).isBefore(now) ? now : before.plus(GATHER);
        return enoughForToday(address) ? loud(tomorrow()) : loud(gathered);
    }

    private boolean enoughForToday(Address address) {
        return address.medium() != Medium.LOG
                && !kind.wakesPeople()
                && Objects.requireNonNullElse(today.get(address), 0) >= MOST_A_DAY;
    }

    private Instant tomorrow() {
        return LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The first moment from then on at which nobody is woken. */
    private Instant loud(Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
        return quiet.filter(hours -> !kind.wakesPeople() && hours.at(local.toLocalTime()))
                .map(hours -> {
                    LocalDateTime end = local.toLocalDate().atTime(hours.until());
                    return (end.isAfter(local) ? end : end.plusDays(1))
                            .atZone(zone)
                            .toInstant();
                })
                .orElse(moment);
    }
}
