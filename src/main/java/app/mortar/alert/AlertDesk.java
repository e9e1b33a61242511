package app.mortar.alert;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** The desk for episodes: who has seen them, and until when they are put off. */
public final class AlertDesk {
    /** An episode as people see it. */
    public record Shown(
            long id,
            ProductId product,
            String sku,
            String name,
            Severity severity,
            int goodUnits,
            int minimum,
            Instant openedAt,
            @Nullable Instant lastNotifiedAt,
            int repeats,
            @Nullable Instant escalatedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable LocalDate snoozedUntil,
            boolean snoozedToReceipt,
            @Nullable Instant resolvedAt) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /** It is over already. */
        record Over() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Episodes, the newest first; {@code open} leaves out those that are over. */
    public Page<Shown> list(Tx tx, boolean open, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        var query = tx.session()
                .createSelectionQuery(
                        "from Episode e where 1 = 1"
                                + (open ? " and e.openProduct is not null" : "")
                                + (after == null ? "" : " and (e.openedAt < :at or (e.openedAt = :at and e.id < :id))")
                                + " order by e.openedAt desc, e.id desc",
                        Episode.class)
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<Episode> episodes = query.getResultList();
        Map<Long, Name> names = names(tx, episodes);
        return Page.of(
                episodes.stream()
                        .map(episode -> shown(
                                episode, names.getOrDefault(episode.product().value(), new Name("", ""))))
                        .toList(),
                limit,
                row -> new Cursor(row.openedAt(), row.id()).text());
    }

    /** Open episodes, for a badge. */
    public int open(Tx tx) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        return Math.toIntExact(tx.session()
                .createSelectionQuery("select count(e) from Episode e where e.openProduct is not null", Long.class)
                .getSingleResult());
    }

    /** Somebody takes care of it: nothing more is said of it unless it gets worse. */
    public Outcome acknowledge(Tx tx, long id) {
        return act(tx, id, episode -> episode.acknowledge(tx.actor().name(), tx.now()));
    }

    /** Nothing is said of it before that day, unless it gets worse. */
    public Outcome snoozeUntil(Tx tx, long id, LocalDate day) {
        return act(tx, id, episode -> episode.snoozeUntil(day));
    }

    /** Nothing is said of it until units of the product come in, unless it gets worse. */
    public Outcome snoozeToReceipt(Tx tx, long id) {
        return act(tx, id, Episode::snoozeToReceipt);
    }

    private static Outcome act(Tx tx, long id, Consumer<Episode> act) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        Episode episode = tx.session().get(Episode.class, id, LockMode.PESSIMISTIC_WRITE);
        if (episode == null) {
            return new Outcome.Unknown();
        }
        if (!episode.isOpen()) {
            return new Outcome.Over();
        }
        act.accept(episode);
        tx.session().update(episode);
        return new Outcome.Done();
    }

    private record Name(String sku, String name) {}

    private static Map<Long, Name> names(Tx tx, List<Episode> episodes) {
        Map<Long, Name> names = new HashMap<>();
        if (!episodes.isEmpty()) {
            tx.session()
                    .createNativeQuery("select id, sku, name from product where id in (:products)", Object[].class)
                    .setParameterList(
                            "products",
                            episodes.stream()
                                    .map(episode -> episode.product().value())
                                    .distinct()
                                    .toList())
                    .getResultList()
                    .forEach(row ->
                            names.put(((Number) row[0]).longValue(), new Name((String) row[1], (String) row[2])));
        }
        return names;
    }

    private static Shown shown(Episode episode, Name name) {
        return new Shown(
                episode.id(),
                episode.product(),
                name.sku(),
                name.name(),
                episode.severity(),
                episode.goodUnits(),
                episode.minimum(),
                episode.openedAt(),
                episode.lastNotifiedAt(),
                episode.repeats(),
                episode.escalatedAt(),
                episode.acknowledgedAt(),
                episode.acknowledgedBy(),
                episode.snoozedUntil(),
                episode.snoozedToReceipt(),
                episode.resolvedAt());
    }
}
