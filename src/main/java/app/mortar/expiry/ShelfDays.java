package app.mortar.expiry;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the batches of one product back from what is there now, and so finds the days on which there was something to
 * sell. Days are numbered from 0, the first of the {@link Use#WINDOW}; the last one is yesterday.
 */
final class ShelfDays {
    /**
     * What happened to a batch on one day.
     *
     * @param net units that came, less those that went
     * @param used units sold, less those brought back
     */
    record Moved(int day, int net, int used) {}

    /**
     * A batch as it is now, and the days on which it moved; today is day {@link Use#WINDOW}.
     *
     * @param goodDays the first day on which it had expired; null when it does not expire
     */
    record History(int quantity, @Nullable Integer goodDays, List<Moved> moves) {}

    private ShelfDays() {}

    static Use use(List<History> batches) {
        BitSet inStock = new BitSet(Use.WINDOW);
        long used = 0;
        for (History batch : batches) {
            mark(inStock, batch);
            used += batch.moves().stream()
                    .filter(moved -> moved.day() < Use.WINDOW)
                    .mapToLong(Moved::used)
                    .sum();
        }
        return new Use((int) Math.min(used, Integer.MAX_VALUE), inStock.cardinality());
    }

    private static void mark(BitSet inStock, History batch) {
        Integer expired = batch.goodDays();
        int end = expired == null ? Use.WINDOW : Math.clamp(expired, 0, Use.WINDOW);
        int closing = batch.quantity();
        int next = end;
        List<Moved> latestFirst = batch.moves().stream()
                .sorted(Comparator.comparingInt(Moved::day).reversed())
                .toList();
        for (Moved moved : latestFirst) {
            // a day on which it moved is a day on which it was there
            mark(inStock, moved.day(), closing > 0 ? next : Math.min(end, moved.day() + 1));
            closing -= moved.net();
            next = Math.min(end, moved.day());
        }
        if (closing > 0) {
            mark(inStock, 0, next);
        }
    }

    private static void mark(BitSet inStock, int from, int to) {
        if (from < to) {
            inStock.set(from, to);
        }
    }
}
