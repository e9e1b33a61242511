package app.mortar.kernel;

/** The id of an inventory batch row; the last tie-break of first-expiry-first-out. */
public record BatchId(long value) implements Comparable<BatchId> {
    @Override
    public int compareTo(BatchId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
