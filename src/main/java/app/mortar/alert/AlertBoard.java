package app.mortar.alert;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people see of alerts: the shortages that are open, and the messages, a window at a time. */
public final class AlertBoard {
    private static final int MOST_NAMED = 3;

    /**
     * A window of a list.
     *
     * @param total rows of the whole list
     */
    public record Rows<T>(List<T> rows, int total) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** How a shortage stands with the people it was told to. */
    public enum Handling {
        OPEN,
        ESCALATED,
        ACKNOWLEDGED,
        SNOOZED
    }

    /**
     * A product that is short.
     *
     * @param lastTold when a message was last made about it; null if nobody was told yet
     * @param by who has taken note of it
     * @param until the day on which it is spoken of again
     * @param toReceipt it is spoken of again when units come in
     */
    public record Shortage(
            long episode,
            ProductId product,
            String sku,
            String name,
            Severity severity,
            int goodUnits,
            int minimum,
            Instant since,
            @Nullable Instant lastTold,
            Handling handling,
            @Nullable String by,
            @Nullable LocalDate until,
            boolean toReceipt) {}

    /**
     * A message to one address.
     *
     * @param recipient masked
     * @param about the products it tells of, the first few by name
     * @param nextAt when it is tried again, while it waits
     * @param reason what the provider or the network said last
     */
    public record Message(
            long id,
            Kind kind,
            String channel,
            String recipient,
            String about,
            Notice.Status status,
            int attempts,
            Instant detectedAt,
            Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String reason) {}

    /** Which messages. */
    public enum Which {
        ALL("1 = 1"),
        WAITING("n.status = 'PENDING'"),
        FAILED("n.status = 'FAILED'");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /** Products that are short: the worst first, then the longest. */
    public Rows<Shortage> shortages(Tx tx, int offset, int limit) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        List<Shortage> rows = tx
                .session()
                .createNativeQuery("""
                        select e.id, e.product_id, p.sku, p.name, e.severity, e.good_units, e.minimum, e.opened_at,
                          e.last_notified_at, e.escalated_at, e.acknowledged_at, e.acknowledged_by, e.snoozed_until,
                          e.snoozed_to_receipt
                        from alert_episode e join product p on p.id = e.product_id
                        where e.open_product is not null
                        order by case e.severity when 'OUT' then 0 else 1 end, e.opened_at, e.id""", Object[].class)
                .addScalar("id", Long.class)
                .addScalar("product_id", Long.class)
                .addScalar("sku", String.class)
                .addScalar("name", String.class)
                .addScalar("severity", String.class)
                .addScalar("good_units", Integer.class)
                .addScalar("minimum", Integer.class)
                .addScalar("opened_at", Instant.class)
                .addScalar("last_notified_at", Instant.class)
                .addScalar("escalated_at", Instant.class)
                .addScalar("acknowledged_at", Instant.class)
                .addScalar("acknowledged_by", String.class)
                .addScalar("snoozed_until", LocalDate.class)
                .addScalar("snoozed_to_receipt", Boolean.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> shortage(row, tx.today()))
                .toList();
        return new Rows<>(rows, count(tx, "select count(*) from alert_episode where open_product is not null"));
    }

    private static Shortage shortage(@Nullable Object[] row, LocalDate today) {
        LocalDate until = (LocalDate) row[12];
        boolean toReceipt = Boolean.TRUE.equals(row[13]);
        Handling handling = row[10] != null
                ? Handling.ACKNOWLEDGED
                : toReceipt || (until != null && today.isBefore(until))
                        ? Handling.SNOOZED
                        : row[9] != null ? Handling.ESCALATED : Handling.OPEN;
        return new Shortage(
                (Long) Objects.requireNonNull(row[0]),
                new ProductId((Long) Objects.requireNonNull(row[1])),
                (String) Objects.requireNonNull(row[2]),
                (String) Objects.requireNonNull(row[3]),
                Severity.valueOf((String) Objects.requireNonNull(row[4])),
                (Integer) Objects.requireNonNull(row[5]),
                (Integer) Objects.requireNonNull(row[6]),
                (Instant) Objects.requireNonNull(row[7]),
                (Instant) row[8],
                handling,
                (String) row[11],
                handling == Handling.SNOOZED ? until : null,
                toReceipt);
    }

    /** How many shortages nobody has taken note of or put off. */
    public int untended(Tx tx) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        return Math.toIntExact(tx.session()
                .createNativeQuery("""
                        select count(*) from alert_episode
                        where open_product is not null and acknowledged_at is null and not snoozed_to_receipt
                          and (snoozed_until is null or snoozed_until <= :today)""", Long.class)
                .setParameter("today", tx.today())
                .getSingleResult());
    }

    /** Messages, the newest first. */
    public Rows<Message> messages(Tx tx, Which which, int offset, int limit) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        List<Notice> notices = tx.session()
                .createNativeQuery(
                        "select n.* from notification n where " + which.condition
                                + " order by n.detected_at desc, n.id desc",
                        Notice.class)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        Map<Long, List<String>> about =
                about(tx, notices.stream().map(Notice::id).toList());
        List<Message> rows = new ArrayList<>();
        for (Notice notice : notices) {
            rows.add(new Message(
                    notice.id(),
                    notice.kind(),
                    notice.channel(),
                    masked(notice.recipient()),
                    named(about.getOrDefault(notice.id(), List.of())),
                    notice.status(),
                    notice.attempts(),
                    notice.detectedAt(),
                    notice.nextAt(),
                    notice.sentAt(),
                    notice.lastError()));
        }
        return new Rows<>(rows, count(tx, "select count(*) from notification n where " + which.condition));
    }

    private static Map<Long, List<String>> about(Tx tx, List<Long> notices) {
        Map<Long, List<String>> about = new HashMap<>();
        if (!notices.isEmpty()) {
            tx.session()
                    .createNativeQuery("""
                            select m.notification_id, p.name from notification_episode m
                            join alert_episode e on e.id = m.episode_id join product p on p.id = e.product_id
                            where m.notification_id in (:notices)
                            union
                            select m.notification_id, p.name from notification_batch m
                            join inventory_batch b on b.id = m.batch_id join product p on p.id = b.product_id
                            where m.notification_id in (:notices)
                            order by 2""", Object[].class)
                    .setParameterList("notices", notices)
                    .getResultList()
                    .forEach(row -> about.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                            .add((String) row[1]));
        }
        return about;
    }

    /** The first few, and how many more. */
    private static String named(List<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(MOST_NAMED, names.size())));
        return names.size() <= MOST_NAMED ? first : first + " +" + (names.size() - MOST_NAMED);
    }

    /** Enough to know one's own number by. */
    private static String masked(String recipient) {
        int at = recipient.indexOf('@');
        if (at > 0) {
            return recipient.charAt(0) + "…" + recipient.substring(at);
        }
        return recipient.length() < 8
                ? recipient
                : recipient.substring(0, 4) + "…" + recipient.substring(recipient.length() - 3);
    }

    private static int count(Tx tx, String sql) {
        return Math.toIntExact(tx.session().createNativeQuery(sql, Long.class).getSingleResult());
    }
}
