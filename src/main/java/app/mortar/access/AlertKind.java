package app.mortar.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may want to be told about. */
public enum AlertKind {
    /** A product is low or out of stock. */
    LOW_STOCK("low-stock"),
    /** Batches come near their expiry date. */
    EXPIRY("expiry");

    private static final String NONE = "none";

    private final String word;

    AlertKind(String word) {
        this.word = word;
    }

    /** As it is written on the command line. */
    public String word() {
        return word;
    }

    /** {@code low-stock,expiry}, or {@code none}. */
    public static String written(Collection<AlertKind> kinds) {
        return kinds.isEmpty()
                ? NONE
                : kinds.stream().sorted().map(AlertKind::word).collect(Collectors.joining(","));
    }

    /** Reads what {@link #written} wrote; empty when a word is not known. */
    public static Optional<Set<AlertKind>> read(String words) {
        Set<AlertKind> kinds = EnumSet.noneOf(AlertKind.class);
        if (words.strip().equals(NONE)) {
            return Optional.of(kinds);
        }
        for (String word : words.split(",", -1)) {
            Optional<AlertKind> kind = Arrays.stream(values())
                    .filter(k -> k.word.equals(word.strip()))
                    .findFirst();
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return Optional.of(kinds);
    }
}
