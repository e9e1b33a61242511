package app.mortar.stock;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How somebody outside names a batch: by product and number, and by its expiry where the number is not enough.
 */
public record BatchName(
        String sku, String batchNumber, @Nullable LocalDate expiryDate) {
    /** Which batch is meant. */
    public sealed interface Meant {
        record One(Batch batch) implements Meant {}

        record None() implements Meant {}

        /** Several batches have this number; only an expiry date tells them apart. */
        record Several() implements Meant {}
    }

    /** Chooses among the batches of that number; emptied ones count only when no other is there. */
    public Meant among(List<Batch> sameNumber) {
        List<Batch> fitting = sameNumber.stream()
                .filter(batch -> expiryDate == null || Objects.equals(expiryDate, batch.expiryDate()))
                .toList();
        List<Batch> filled =
                fitting.stream().filter(batch -> batch.quantity() > 0).toList();
        List<Batch> candidates = filled.isEmpty() ? fitting : filled;
        return switch (candidates.size()) {
            case 0 -> new Meant.None();
            case 1 -> new Meant.One(candidates.getFirst());
            default -> new Meant.Several();
        };
    }
}
