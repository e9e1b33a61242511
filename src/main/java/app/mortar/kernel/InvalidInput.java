package app.mortar.kernel;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Input that cannot be meant: refused before anything is decided, every mistake named. Nothing was done. */
public final class InvalidInput extends RuntimeException {
    private final List<Mistake> mistakes;

    /**
     * One mistake.
     *
     * @param field where, as the sender wrote it, e.g. {@code items[0].quantity}
     * @param message what is wrong and what would be right, as a sentence
     * @param line the line of a document, from 1, where there is one
     * @param sku the product of that line, where it is known
     */
    public record Mistake(
            String field,
            String message,
            @Nullable Integer line,
            @Nullable String sku) {
        public Mistake(String field, String message) {
            this(field, message, null, null);
        }
    }

    public InvalidInput(List<Mistake> mistakes) {
        super(mistakes.stream().map(m -> m.field() + ": " + m.message()).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new Mistake(field, message)));
    }

    public List<Mistake> mistakes() {
        return mistakes;
    }
}
