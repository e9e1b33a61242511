package app.mortar.gs1;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the separator (FNC1, sent as the control character GS, 0x1D) may arrive. Always understood: 0x1D itself,
 * {@code {GS}}, {@code <GS>}, {@code [GS]}, {@code {FNC1}}, the picture of GS (U+241D), the typed escapes {@code \x1d}
 * and <code>&#92;u001d</code>, and {@code ^]} as terminals show it.
 *
 * @param substitutes what this pharmacy's scanners send besides, e.g. {@code ~} or {@code |}
 */
public record Separators(Set<String> substitutes) {
    static final char GS = 0x1D;

    private static final List<String> ALWAYS =
            List.of("{GS}", "<GS>", "[GS]", "{FNC1}", "\u241D", "\\x1d", "\\u001d", "^]");

    public static final Separators STANDARD = new Separators(Set.of());

    public Separators {
        substitutes = Set.copyOf(substitutes);
        for (String substitute : substitutes) {
            if (substitute.isEmpty() || substitute.chars().allMatch(Separators::standsInCodes)) {
                throw new IllegalArgumentException("A separator substitute needs a character that GS1 codes never"
                        + " contain, such as ~ or |, but is: \"" + substitute + "\"");
            }
        }
    }

    private static boolean standsInCodes(int c) {
        return CharacterSet.X.contains(c);
    }

    /** Finds every separator, however it arrived. */
    Pattern pattern() {
        String any = Stream.concat(substitutes.stream(), ALWAYS.stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(any, Pattern.CASE_INSENSITIVE);
    }
}
