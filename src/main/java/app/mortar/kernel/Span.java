package app.mortar.kernel;

/**
 * Which rows of a long list are wanted: {@code count} of them, from row {@code from} on (the first is 0). Lists on
 * screen ask for what is visible and no more.
 */
public record Span(int from, int count) {
    public Span {
        if (from < 0 || count < 1) {
            throw new IllegalArgumentException("No such rows: " + count + " from " + from);
        }
    }
}
