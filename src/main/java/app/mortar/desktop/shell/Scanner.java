package app.mortar.desktop.shell;

import app.mortar.gs1.Separators;
import java.util.List;
import java.util.Set;

/**
 * How this workstation's scanner sends.
 *
 * @param gapMillis the longest pause between two of its keys
 * @param substitutes what it sends for the separator, besides the usual
 */
public record Scanner(int gapMillis, List<String> substitutes) {
    /** A shorter gap is met by no scanner, a longer one by people who type. */
    public static final int SHORTEST_GAP = 20;

    public static final int LONGEST_GAP = 300;

    /** What most scanners do. */
    public static final Scanner USUAL = new Scanner(50, List.of());

    /** @throws IllegalArgumentException when it cannot be meant; the message says why */
    public Scanner {
        if (gapMillis < SHORTEST_GAP || gapMillis > LONGEST_GAP) {
            throw new IllegalArgumentException(
                    "The gap is a number of milliseconds from " + SHORTEST_GAP + " to " + LONGEST_GAP + ".");
        }
        substitutes = List.copyOf(substitutes);
        var _ = new Separators(Set.copyOf(substitutes));
    }

    Separators separators() {
        return new Separators(Set.copyOf(substitutes));
    }
}
