package app.mortar.books;

import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An invariant as one query whose rows are the violations.
 *
 * @param sql selects what {@code sentence} is filled with, in its order
 * @param sentence a {@link String#formatted} pattern
 * @param parameters what the query's parameters are in this transaction
 */
record SqlRule(String name, String sql, String sentence, Function<Tx, Map<String, Object>> parameters) implements Rule {
    SqlRule(String name, String sql, String sentence) {
        this(name, sql, sentence, tx -> Map.of());
    }

    @Override
    public List<String> violations(Tx tx) {
        var query = tx.session().createNativeQuery(sql, Object[].class);
        parameters.apply(tx).forEach((parameter, value) -> {
            switch (value) {
                case LocalDate day -> query.setParameter(parameter, day, LocalDate.class);
                case Instant moment -> query.setParameter(parameter, moment, Instant.class);
                default -> query.setParameter(parameter, value);
            }
        });
        List<Object[]> rows = query.getResultList();
        List<String> sentences = new ArrayList<>(rows.stream()
                .limit(SPELLED_OUT)
                .map(row -> sentence.formatted(row))
                .toList());
        if (rows.size() > SPELLED_OUT) {
            sentences.add("… and " + (rows.size() - SPELLED_OUT) + " more");
        }
        return sentences;
    }
}
