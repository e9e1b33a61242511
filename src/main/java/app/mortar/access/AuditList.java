package app.mortar.access;

import app.mortar.kernel.Permission;
import app.mortar.kernel.SearchWords;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.query.NativeQuery;
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
     * Which rows to list.
     *
     * @param words to be found in who, where, what it was done to, or what else there is to say
     * @param kinds only these; none: all
     */
    public record Filter(@Nullable String words, Set<AuditKind> kinds) {
        public static final Filter ALL = new Filter(null, Set.of());

        public Filter {
            kinds = Set.copyOf(kinds);
        }

        private String sql() {
            return SearchWords.of(words)
                            .sql("lower(e.actor || ' ' || e.workstation || ' ' || coalesce(e.subject, '') || ' '"
                                    + " || coalesce(e.detail, ''))")
                    + (kinds.isEmpty() ? "" : " and e.kind in (:kinds)");
        }

        private void set(NativeQuery<?> query) {
            List<String> patterns = SearchWords.of(words).patterns();
            for (int i = 0; i < patterns.size(); i++) {
                query.setParameter("word" + i, patterns.get(i));
            }
            if (!kinds.isEmpty()) {
                query.setParameterList(
                        "kinds", kinds.stream().map(AuditKind::name).toList());
            }
        }
    }

    /** By what they are sorted. */
    public enum Sort {
        AT("e.at"),
        BY("lower(e.actor)");

        private final String column;

        Sort(String column) {
            this.column = column;
        }

        private String sql(boolean descending) {
            String way = descending ? "desc" : "asc";
            return this == AT ? "e.at " + way + ", e.id " + way : column + " " + way + ", e.at desc, e.id desc";
        }
    }

    /** Some of them. */
    public Stretch<AuditEvent> list(Tx tx, Filter filter, Sort sort, boolean descending, Span span) {
        tx.actor().must(Permission.MANAGE_STAFF);
        String from = "from audit_event e where " + filter.sql();
        NativeQuery<Object> count = tx.session().createNativeQuery("select count(*) " + from, Object.class);
        filter.set(count);
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery(
                        "select e.id, e.at, e.kind, e.actor, e.workstation, e.subject, e.detail " + from + " order by "
                                + sort.sql(descending),
                        Object[].class)
                .addScalar("id", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("actor", String.class)
                .addScalar("workstation", String.class)
                .addScalar("subject", String.class)
                .addScalar("detail", String.class);
        filter.set(query);
        List<AuditEvent> rows = query.setFirstResult(span.from()).setMaxResults(span.count()).getResultList().stream()
                .map(AuditList::event)
                .toList();
        return new Stretch<>(rows, ((Number) count.getSingleResult()).intValue());
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
