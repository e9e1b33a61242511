package app.mortar.kernel;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a search box: every word must be found somewhere, in any letter case.
 *
 * @param patterns one for each word, for {@code like … escape '!'}
 */
public record SearchWords(List<String> patterns) {
    public SearchWords {
        patterns = List.copyOf(patterns);
    }

    public static SearchWords of(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return new SearchWords(
                text.isEmpty()
                        ? List.of()
                        : List.of(text.split("\\s+")).stream()
                                .map(word -> "%" + escaped(word) + "%")
                                .toList());
    }

    private static String escaped(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /** The condition on a lower-case column, with the parameters {@code :word0}, {@code :word1} … */
    public String sql(String column) {
        return patterns.isEmpty()
                ? "1 = 1"
                : IntStream.range(0, patterns.size())
                        .mapToObj(i -> column + " like :word" + i + " escape '!'")
                        .collect(Collectors.joining(" and ", "(", ")"));
    }
}
