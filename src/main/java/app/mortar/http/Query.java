package app.mortar.http;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.InvalidInput.Mistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an address after the question mark. A filter given twice, or one that is not known, is a mistake; an
 * empty one counts as left out.
 */
public final class Query extends Fields {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final int MOST = 500;
    private static final int USUAL = 100;

    private final Map<String, String> values;

    private Query(Map<String, String> values, List<Mistake> mistakes) {
        super(mistakes);
        this.values = values;
    }

    static <T> T read(@Nullable String raw, Function<Query, T> reader) {
        List<Mistake> mistakes = new ArrayList<>();
        return readAll(new Query(parsed(raw == null ? "" : raw, mistakes), mistakes), reader);
    }

    private static Map<String, String> parsed(String raw, List<Mistake> mistakes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (values.putIfAbsent(name, value) != null) {
                mistakes.add(new Mistake(name, "This is given twice."));
            }
        }
        return values;
    }

    private static String decoded(String raw) {
        return Percent.decoded(raw.replace('+', ' '))
                .orElseThrow(() -> new InvalidInput("query", "What follows the ? is not properly percent-encoded."));
    }

    @Override
    Set<String> names() {
        return values.keySet();
    }

    @Override
    public void mistake(String name, String message) {
        add(new Mistake(name, message));
    }

    @Override
    public boolean has(String name) {
        ask(name);
        return !values.getOrDefault(name, "").isEmpty();
    }

    @Override
    Field<String> anyText(String name) {
        return new Field<>(this, name, has(name) ? values.get(name) : null, false, "");
    }

    @Override
    public Field<Integer> integer(String name, int least, int most) {
        Field<String> text = anyText(name)
                .check(
                        t -> WHOLE_NUMBER.matcher(t).matches()
                                && Integer.parseInt(t) >= least
                                && Integer.parseInt(t) <= most,
                        "This must be a whole number from " + least + " to " + most + ".");
        return text.as(Integer::parseInt);
    }

    @Override
    public Field<Boolean> flag(String name) {
        return anyText(name)
                .check(t -> t.equals("true") || t.equals("false"), "This must be true or false.")
                .as(Boolean::parseBoolean);
    }

    /** How many items of a list: 1 to 500, 100 unless said. */
    public int limit() {
        return integer("limit", 1, MOST).or(USUAL);
    }

    /** Where the list goes on: what an earlier answer gave as {@code nextCursor}; null from the start. */
    public @Nullable String cursor() {
        return text("cursor", 200).optional();
    }
}
