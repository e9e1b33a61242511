package app.mortar.access;

import app.mortar.kernel.Permission;
import app.mortar.kernel.SearchWords;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Tx;
import java.util.List;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** All who work or worked here, as whoever looks after the staff sees them, page by page. */
public final class StaffList {
    private static final String SEARCHED =
            "lower(concat(m.nameKey, ' ', coalesce(m.phone, ''), ' ', coalesce(m.email, '')))";

    /** By what they are sorted; who never signed in comes last. */
    public enum Sort {
        NAME("m.nameKey"),
        ROLE("m.role"),
        SIGNED_IN("m.lastSignedInAt");

        private final String field;

        Sort(String field) {
            this.field = field;
        }
    }

    /**
     * Some of them.
     *
     * @param words to be found in name, telephone or e-mail address
     */
    public Stretch<StaffView> list(Tx tx, @Nullable String words, Sort sort, boolean descending, Span span) {
        tx.actor().must(Permission.MANAGE_STAFF);
        SearchWords search = SearchWords.of(words);
        String from = "from StaffMember m where " + search.sql(SEARCHED);
        SelectionQuery<Long> count = tx.session().createSelectionQuery("select count(*) " + from, Long.class);
        SelectionQuery<StaffMember> query = tx.session()
                .createSelectionQuery(
                        // "desc nulls last" would be left out for H2, which then puts them first
                        "%1$s order by case when %2$s is null then 1 else 0 end, %2$s %3$s, m.nameKey"
                                .formatted(from, sort.field, descending ? "desc" : "asc"),
                        StaffMember.class);
        List<String> patterns = search.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            count.setParameter("word" + i, patterns.get(i));
            query.setParameter("word" + i, patterns.get(i));
        }
        List<StaffView> rows = query.setFirstResult(span.from()).setMaxResults(span.count()).getResultList().stream()
                .map(StaffMember::view)
                .toList();
        return new Stretch<>(rows, Math.toIntExact(count.getSingleResult()));
    }
}
