package app.mortar.alert;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.settings.AlertSettings;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Says it again: an episode that goes on is told of once in each period, and after some repeats to the managers
 * instead, until somebody acknowledges it, puts it off, or the stock is there.
 */
public final class Reminders {
    /** The name of this job in its mark. */
    public static final String JOB = "reminders";

    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final Supplier<AlertSettings> settings;

    public Reminders(Outbox outbox, Supplier<AlertSettings> settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Repeats and escalates whatever is due.
     *
     * @return how many episodes were told of again
     */
    public int remind(Transactions transactions, Actor actor) {
        actor.must(Permission.RUN_JOBS);
        int all = 0;
        for (int some = AT_ONCE; some == AT_ONCE; all += some) {
            some = transactions.write(actor, this::remindSome);
        }
        return all;
    }

    private int remindSome(Tx tx) {
        AlertSettings.LowStock rules = settings.get().lowStock();
        List<Long> products = candidates(tx, tx.now().minus(rules.repeat()));
        if (products.isEmpty()) {
            return 0;
        }
        Settling.lock(tx, products);
        Map<Kind, List<Episode>> due = new EnumMap<>(Kind.class);
        for (Episode episode : Settling.openEpisodes(tx, products).values()) {
            switch (episode.due(tx.now(), tx.today(), rules.repeat(), rules.escalateAfter())) {
                case NOTHING -> {}
                case REPEAT ->
                    due.computeIfAbsent(episode.severity().kind(), kind -> new ArrayList<>())
                            .add(episode);
                case ESCALATION ->
                    due.computeIfAbsent(Kind.ESCALATION, kind -> new ArrayList<>())
                            .add(episode);
            }
        }
        due.values().forEach(episodes -> episodes.forEach(Episode::nextPeriod));
        if (due.containsKey(Kind.ESCALATION) && !outbox.reachesAnybody(tx, Kind.ESCALATION)) {
            // no manager has an address: better the same people again than nobody
            due.remove(Kind.ESCALATION)
                    .forEach(episode -> due.computeIfAbsent(episode.severity().kind(), kind -> new ArrayList<>())
                            .add(episode));
        }
        return due.entrySet().stream()
                .mapToInt(entry -> tell(tx, entry.getKey(), entry.getValue()))
                .sum();
    }

    private int tell(Tx tx, Kind kind, List<Episode> episodes) {
        if (!outbox.tell(tx, kind, episodes)) {
            return 0;
        }
        episodes.forEach(episode -> {
            episode.told(tx.now());
            if (kind == Kind.ESCALATION) {
                episode.escalated(tx.now());
            }
        });
        tx.session().updateMultiple(episodes);
        Notified.remember(tx, episodes);
        return episodes.size();
    }

    private static List<Long> candidates(Tx tx, Instant before) {
        return tx.session()
                .createSelectionQuery("""
                        select e.openProduct from Episode e where e.openProduct is not null
                          and (e.lastNotifiedAt is null or e.lastNotifiedAt <= :before)
                          and e.acknowledgedAt is null and e.snoozedToReceipt = false
                          and (e.snoozedUntil is null or e.snoozedUntil <= :today)
                        order by e.openProduct""", Long.class)
                .setParameter("before", before)
                .setParameter("today", tx.today())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }
}
