package app.mortar.access;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of who signed in or was refused, and who changed staff, keys and settings. Rows are only ever added. */
public final class AuditList {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_DETAIL = 500;

    /** Writes down what the actor of this transaction does. It stands exactly if the transaction does. */
    static void note(Tx tx, AuditKind kind, @Nullable String subject, @Nullable String detail) {
        tx.session()
                .createNativeMutationQuery("""
                    insert into audit_event (id, at, kind, actor, workstation, subject, detail)
                    values (nextval('audit_event_seq'), :now, :kind, :actor, :workstation, :subject, :detail)""")
                .setParameter("now", tx.now())
                .setParameter("kind", kind.name())
                .setParameter("actor", cut(tx.actor().name(), LONGEST_NAME))
                .setParameter("workstation", cut(tx.actor().workstation(), LONGEST_NAME))
                .setParameter("subject", cut(subject, LONGEST_SUBJECT), String.class)
                .setParameter("detail", cut(detail, LONGEST_DETAIL), String.class)
                .executeUpdate();
    }

    /**
     * The newest first.
     *
     * @param kinds which; none: all
     */
    public Page<AuditEvent> list(Tx tx, Set<AuditKind> kinds, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.MANAGE_STAFF);
        String where = (kinds.isEmpty() ? "1 = 1" : "kind in (:kinds)")
                + (after == null ? "" : " and (at < :at or (at = :at and id < :id))");
        var query = tx.session()
                .createNativeQuery(
                        "select id, at, kind, actor, workstation, subject, detail from audit_event where " + where
                                + " order by at desc, id desc",
                        Object[].class)
                .addScalar("id", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("actor", String.class)
                .addScalar("workstation", String.class)
                .addScalar("subject", String.class)
                .addScalar("detail", String.class)
                .setMaxResults(limit + 1);
        if (!kinds.isEmpty()) {
            query.setParameterList("kinds", kinds.stream().map(AuditKind::name).collect(Collectors.toSet()));
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<AuditEvent> rows =
                query.getResultList().stream().map(AuditList::event).toList();
        return Page.of(rows, limit, event -> new Cursor(event.at(), event.id()).text());
    }

    private static AuditEvent event(Object[] row) {
        return new AuditEvent(
                (Long) row[0],
                (Instant) row[1],
                AuditKind.valueOf((String) row[2]),
                (String) row[3],
                (String) row[4],
                Optional.ofNullable((String) row[5]),
                Optional.ofNullable((String) row[6]));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
