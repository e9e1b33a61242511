package app.mortar.http;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.InvalidInput.Mistake;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The named values of a request, be it a JSON object or a query. Whoever reads asks for each field by name; all
 * mistakes are collected, among them fields that nobody asked for.
 */
public abstract sealed class Fields permits Form, Query {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter STRICT_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final List<Mistake> mistakes;
    private final Set<String> asked = new HashSet<>();

    Fields(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /** Thrown when reading cannot go on because of a mistake that is noted already. */
    static final class Incomplete extends RuntimeException {
        Incomplete() {
            super("a required field is missing or wrong", null, false, false);
        }
    }

    /**
     * Reads all of it.
     *
     * @throws InvalidInput with every mistake, if there is one
     */
    static <F extends Fields, T> T readAll(F fields, Function<F, T> reader) {
        Fields all = fields;
        T answer = all.guarded(() -> reader.apply(fields));
        all.refuseUnknown();
        if (!all.mistakes.isEmpty()) {
            throw new InvalidInput(all.mistakes);
        }
        if (answer == null) {
            throw new IllegalStateException("A reader stopped without a mistake.");
        }
        return answer;
    }

    /** Runs a reader; what it throws once there are mistakes is their consequence and says nothing new. */
    final <T> @Nullable T guarded(Supplier<T> reader) {
        int before = mistakes.size();
        try {
            return reader.get();
        } catch (InvalidInput e) {
            if (mistakes.size() == before) {
                e.mistakes().forEach(m -> mistake(m.field(), m.message()));
            }
        } catch (IllegalArgumentException | NullPointerException | Incomplete e) {
            if (mistakes.size() == before) {
                throw e;
            }
        }
        return null;
    }

    final void refuseUnknown() {
        for (String name : names()) {
            if (!asked.contains(name)) {
                mistake(name, "This is not known here.");
            }
        }
    }

    final List<Mistake> mistakes() {
        return mistakes;
    }

    final void add(Mistake mistake) {
        if (!Problems.isFull(mistakes)) {
            mistakes.add(mistake);
        }
    }

    final void ask(String name) {
        asked.add(name);
    }

    abstract Set<String> names();

    /** The text of a field; a stand-in that is marked wrong when it is something else. */
    abstract Field<String> anyText(String name);

    /** Notes a mistake of this field that only the caller can see, e.g. two fields that exclude each other. */
    public abstract void mistake(String name, String message);

    /** Was the field given, and not null? */
    public abstract boolean has(String name);

    /** A whole number from {@code least} to {@code most}. */
    public abstract Field<Integer> integer(String name, int least, int most);

    /** A whole number of at least {@code least}. */
    public final Field<Integer> integer(String name, int least) {
        return integer(name, least, Integer.MAX_VALUE);
    }

    public abstract Field<Boolean> flag(String name);

    /** Text of 1 to {@code longest} characters, not blank, without control characters; nothing is trimmed. */
    public final Field<String> text(String name, int longest) {
        return anyText(name)
                .check(t -> !t.isBlank(), "This must not be empty.")
                .check(t -> t.length() <= longest, "This may have at most " + longest + " characters.")
                .check(SafeText::isPlain, "This has control characters or broken Unicode in it.");
    }

    /** One of the words of {@code type}, in any letter case. */
    public final <E extends Enum<E>> Field<E> choice(String name, Class<E> type) {
        E[] words = type.getEnumConstants();
        Field<String> text = anyText(name);
        return text.as(word -> Arrays.stream(words)
                .filter(w -> w.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This must be one of "
                        + Arrays.stream(words).map(Enum::name).collect(Collectors.joining(", ")) + ".")));
    }

    /** A day as YYYY-MM-DD, from year 1900 to 9999. */
    public final Field<LocalDate> date(String name) {
        return anyText(name).as(text -> {
            String wanted = "This must be a day of the calendar as YYYY-MM-DD.";
            if (!DAY.matcher(text).matches()) {
                throw new IllegalArgumentException(wanted);
            }
            try {
                LocalDate day = LocalDate.parse(text, STRICT_DAY);
                if (day.getYear() < 1900) {
                    throw new IllegalArgumentException(wanted);
                }
                return day;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(wanted, e);
            }
        });
    }

    /** A moment as ISO-8601 with Z or an offset. */
    public final Field<Instant> instant(String name) {
        return anyText(name).as(text -> {
            try {
                Instant moment = OffsetDateTime.parse(text).toInstant();
                if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
                    throw new IllegalArgumentException("This moment is out of range.");
                }
                return moment;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("This must be a moment like 2026-03-31T10:00:00Z.", e);
            }
        });
    }
}
