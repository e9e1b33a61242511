package app.mortar.alert;

import app.mortar.settings.AlertSettings;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait to be sent, written in the transaction of what they tell. What comes up joins a message of the
 * same kind to the same address as long as nobody has begun to send it: a digest, never a flood.
 */
public final class Outbox {
    private final Supplier<AlertSettings> settings;
    private final Audience audience;
    private final Runnable bell;

    /**
     * The outbox.
     *
     * @param audience who is told
     * @param bell rung after the commit when there is something to send
     */
    public Outbox(Supplier<AlertSettings> settings, Audience audience, Runnable bell) {
        this.settings = settings;
        this.audience = audience;
        this.bell = bell;
    }

    /**
     * Tells of episodes, in the period they are in. Whoever was told of one in this period already is not told again.
     *
     * @return whether there is anybody to tell
     */
    boolean tell(Tx tx, Kind kind, Collection<Episode> episodes) {
        List<Address> addresses = addresses(tx, kind);
        if (addresses.isEmpty() || episodes.isEmpty()) {
            return !addresses.isEmpty();
        }
        Mentions mentions = new Mentions(tx);
        Set<Mentions.Told> told = mentions.told(kind, episodes);
        Map<Address, List<Episode>> news = new LinkedHashMap<>();
        for (Address address : addresses) {
            List<Episode> unknown = episodes.stream()
                    .filter(episode -> !told.contains(new Mentions.Told(episode.id(), episode.period(), address)))
                    .toList();
            if (!unknown.isEmpty()) {
                news.put(address, unknown);
            }
        }
        Map<Address, List<Notice>> waiting = waiting(tx, kind, null, told, episodes);
        open(tx, kind, null, news.keySet(), waiting)
                .forEach((address, notice) -> mentions.add(notice, news.getOrDefault(address, List.of())));
        return true;
    }

    /** Is there anybody to tell of such a thing? */
    boolean reachesAnybody(Tx tx, Kind kind) {
        return !addresses(tx, kind).isEmpty();
    }

    /** Tells of batches that have entered a stage of their expiry; days that are left at most. */
    void tellOfExpiry(Tx tx, int stage, List<Mentions.OfBatch> batches) {
        Mentions mentions = new Mentions(tx);
        Map<Address, List<Notice>> waiting = waiting(tx, Kind.EXPIRY, stage, Set.of(), List.of());
        open(tx, Kind.EXPIRY, stage, addresses(tx, Kind.EXPIRY), waiting)
                .values()
                .forEach(notice -> mentions.addBatches(notice, batches));
    }

    /** Takes episodes that are over out of what was not sent yet. */
    void withdraw(Tx tx, List<Episode> over) {
        Set<Long> unsent = new Mentions(tx).withdraw(over);
        over.stream().filter(episode -> unsent.contains(episode.id())).forEach(Episode::untold);
    }

    void ring(Tx tx) {
        tx.afterCommit(bell);
    }

    private List<Address> addresses(Tx tx, Kind kind) {
        return Address.of(tx, kind, audience, settings.get().messages().channels());
    }

    /** Messages that may still take more, by where they go; not those that tell of the same episode already. */
    private static Map<Address, List<Notice>> waiting(
            Tx tx, Kind kind, @Nullable Integer stage, Set<Mentions.Told> told, Collection<Episode> episodes) {
        Map<Address, List<Notice>> waiting = new LinkedHashMap<>();
        tx
                .session()
                .createSelectionQuery("""
                        from Notice n where n.status = PENDING and n.kind = :kind and n.body is null
                          and n.claimedUntil is null order by n.id""", Notice.class)
                .setParameter("kind", kind)
                .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                .getResultList()
                .stream()
                .filter(notice -> java.util.Objects.equals(notice.stage(), stage))
                .forEach(notice -> waiting.computeIfAbsent(Address.of(notice), address -> new ArrayList<>())
                        .add(notice));
        // an earlier period of the same episode may still wait there: then this one needs a message of its own
        waiting.keySet().removeIf(address -> episodes.stream().anyMatch(episode -> told.stream()
                .anyMatch(one -> one.address().equals(address) && one.episode() == episode.id())));
        return waiting;
    }

    private Map<Address, Notice> open(
            Tx tx,
            Kind kind,
            @Nullable Integer stage,
            Collection<Address> addresses,
            Map<Address, List<Notice>> waiting) {
        Map<Address, Notice> open = new LinkedHashMap<>();
        List<Notice> made = new ArrayList<>();
        Pace pace = Pace.of(tx, kind, settings.get().messages().quietHours());
        for (Address address : addresses) {
            List<Notice> there = waiting.getOrDefault(address, List.of());
            Notice notice = there.isEmpty()
                    ? Notice.opened(
                            kind, address.medium(), address.recipient(), stage, tx.now(), pace.dueAt(address, stage))
                    : there.getFirst();
            if (there.isEmpty()) {
                made.add(notice);
            }
            open.put(address, notice);
        }
        tx.session().insertMultiple(made);
        if (!open.isEmpty()) {
            ring(tx);
        }
        return open;
    }
}
