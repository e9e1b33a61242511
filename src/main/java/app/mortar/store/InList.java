package app.mortar.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.query.CommonQueryContract;

/**
 * {@code in (…)} with a parameter for each value. The library keeps the translation of such a query, while it translates
 * one with a single parameter for the whole list anew each time, a quarter of what a checkout costs; so that there are
 * only a few texts to keep, the last value is repeated up to the next power of two.
 */
public record InList(List<?> values) {
    /** @param values at least one */
    public InList {
        values = List.copyOf(values);
    }

    /** What stands behind {@code in}. */
    public String text() {
        return IntStream.range(0, places()).mapToObj(i -> ":in" + i).collect(Collectors.joining(", ", "(", ")"));
    }

    private int places() {
        int last = Integer.highestOneBit(values.size());
        return last == values.size() ? last : 2 * last;
    }

    /** Binds the values to the query that has the text. */
    public <Q extends CommonQueryContract> Q bind(Q query) {
        for (int i = 0; i < places(); i++) {
            query.setParameter("in" + i, values.get(Math.min(i, values.size() - 1)));
        }
        return query;
    }
}
