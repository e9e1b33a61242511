package app.mortar.alert;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The desk for messages: what was sent to whom, and what became of it. Nobody sees a whole address here. */
public final class MessageDesk {
    private static final int MOST_SKUS = 1000;

    /**
     * A message as people see it.
     *
     * @param recipient masked
     * @param resent whether it was sent once more because nobody knew what came of the first time
     * @param skus of what it is about, up to 1000
     */
    public record Shown(
            long id,
            Kind kind,
            String channel,
            String recipient,
            Notice.Status status,
            int attempts,
            boolean resent,
            Instant detectedAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable String lastError,
            List<String> skus) {}

    /** Messages, the newest first. */
    public Page<Shown> list(Tx tx, Notice.@Nullable Status status, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.HANDLE_ALERTS);
        var query = tx.session()
                .createSelectionQuery(
                        "from Notice n where 1 = 1"
                                + (status == null ? "" : " and n.status = :status")
                                + (after == null
                                        ? ""
                                        : " and (n.detectedAt < :at or (n.detectedAt = :at and n.id < :id))")
                                + " order by n.detectedAt desc, n.id desc",
                        Notice.class)
                .setMaxResults(limit + 1);
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<Notice> notices = query.getResultList();
        Map<Long, List<String>> skus = skus(tx, notices);
        return Page.of(
                notices.stream()
                        .map(notice -> shown(notice, skus.getOrDefault(notice.id(), List.of())))
                        .toList(),
                limit,
                row -> new Cursor(row.detectedAt(), row.id()).text());
    }

    private static Map<Long, List<String>> skus(Tx tx, List<Notice> notices) {
        Map<Long, List<String>> skus = new HashMap<>();
        if (notices.isEmpty()) {
            return skus;
        }
        tx.session()
                .createNativeQuery("""
                        select notification_id, sku from (
                          select a.notification_id, a.sku,
                            row_number() over (partition by a.notification_id order by a.sku) as place
                          from (
                            select m.notification_id, p.sku from notification_episode m
                            join alert_episode e on e.id = m.episode_id join product p on p.id = e.product_id
                            where m.notification_id in (:notices)
                            union
                            select m.notification_id, p.sku from notification_batch m
                            join inventory_batch b on b.id = m.batch_id join product p on p.id = b.product_id
                            where m.notification_id in (:notices)) a) ranked
                        where place <= :most order by notification_id, sku""", Object[].class)
                .setParameterList("notices", notices.stream().map(Notice::id).toList())
                .setParameter("most", MOST_SKUS)
                .getResultList()
                .forEach(row -> skus.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                        .add((String) row[1]));
        return skus;
    }

    private static Shown shown(Notice notice, List<String> skus) {
        return new Shown(
                notice.id(),
                notice.kind(),
                notice.channel(),
                masked(notice.recipient()),
                notice.status(),
                notice.attempts(),
                notice.isResent(),
                notice.detectedAt(),
                notice.dueAt(),
                notice.sentAt(),
                notice.lastError(),
                skus);
    }

    /** Enough to know it again, too little to use: {@code +234*******67}, {@code a***@pharmacy.example}. */
    static String masked(String address) {
        if (address.equals(Medium.THE_LOG)) {
            return address;
        }
        int at = address.lastIndexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        int shown = Math.min(4, address.length() / 3);
        int last = Math.min(2, address.length() / 4);
        return address.substring(0, shown)
                + "*".repeat(address.length() - shown - last)
                + address.substring(address.length() - last);
    }
}
