package app.mortar.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * All that must be mended in a list.
 *
 * @param first the first of them, in the order of the rows; a list that is wrong in every cell would not fit
 * @param total how many there are in all
 */
public record Faults(List<Fault> first, int total) {
    /** How many are kept. */
    public static final int KEPT = 10_000;

    public Faults {
        first = List.copyOf(first);
    }

    /** Those that were found after the rows had been read, put back into the order of the rows. */
    static <T> Faults inRowOrder(List<T> found, ToIntFunction<T> row, Function<T, Fault> wording) {
        List<Fault> first = found.stream()
                .sorted(Comparator.comparingInt(row))
                .limit(KEPT)
                .map(wording)
                .toList();
        return new Faults(first, found.size());
    }

    /** One line per fault, at most {@code limit}, and one that says how many more there are. */
    public List<String> lines(int limit) {
        List<String> lines = new ArrayList<>();
        first.stream().limit(limit).forEach(fault -> lines.add(fault.toString()));
        if (total > lines.size()) {
            lines.add("... and " + (total - lines.size()) + " more.");
        }
        return lines;
    }
}
