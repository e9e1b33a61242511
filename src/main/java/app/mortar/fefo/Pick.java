package app.mortar.fefo;

import app.mortar.kernel.BatchId;

/** So many units of one batch. */
public record Pick(BatchId batch, int quantity) {
    public Pick {
        if (quantity <= 0) {
            throw new IllegalArgumentException("A pick takes at least one unit: " + quantity);
        }
    }
}
