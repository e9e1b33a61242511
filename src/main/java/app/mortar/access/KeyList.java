package app.mortar.access;

import app.mortar.kernel.Permission;
import app.mortar.kernel.SearchWords;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** All API keys, revoked ones too, page by page; never their secrets. */
public final class KeyList {
    /** By what they are sorted; a key that was never used comes last. */
    public enum Sort {
        MADE("k.id"),
        NAME("lower(k.name)"),
        USED("k.last_used_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    /**
     * Some of them.
     *
     * @param words to be found in name, beginning or scopes
     */
    public Stretch<ApiKey> list(Tx tx, @Nullable String words, Sort sort, boolean descending, Span span) {
        tx.actor().must(Permission.MANAGE_KEYS);
        SearchWords search = SearchWords.of(words);
        String from = "from api_key k where " + search.sql("lower(k.name || ' ' || k.prefix || ' ' || k.scopes)");
        NativeQuery<Object> count = tx.session().createNativeQuery("select count(*) " + from, Object.class);
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery("""
                        select k.id, k.name, k.prefix, k.scopes, k.created_at, k.revoked_at, k.last_used_at
                        %s order by %s %s nulls last, k.id""".formatted(from, sort.column, descending ? "desc" : "asc"), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("name", String.class)
                .addScalar("prefix", String.class)
                .addScalar("scopes", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("revoked_at", Instant.class)
                .addScalar("last_used_at", Instant.class);
        List<String> patterns = search.patterns();
        for (int i = 0; i < patterns.size(); i++) {
            count.setParameter("word" + i, patterns.get(i));
            query.setParameter("word" + i, patterns.get(i));
        }
        List<ApiKey> rows = query.setFirstResult(span.from()).setMaxResults(span.count()).getResultList().stream()
                .map(KeyList::key)
                .toList();
        return new Stretch<>(rows, ((Number) count.getSingleResult()).intValue());
    }

    private static ApiKey key(@Nullable Object[] row) {
        return new ApiKey(
                (Long) Objects.requireNonNull(row[0]),
                (String) Objects.requireNonNull(row[1]),
                (String) Objects.requireNonNull(row[2]),
                Scope.read((String) Objects.requireNonNull(row[3])),
                (Instant) Objects.requireNonNull(row[4]),
                Optional.ofNullable((Instant) row[5]),
                Optional.ofNullable((Instant) row[6]));
    }
}
