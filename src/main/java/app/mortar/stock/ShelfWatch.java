package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.util.Optional;

/**
 * Who wants to know what happens on the shelves, at once and in the same transaction. Played by a higher room; see
 * {@link app.mortar.store.Transactions#attending}.
 */
public interface ShelfWatch {
    /** The one of this transaction, if there is one. */
    static Optional<ShelfWatch> of(Tx tx) {
        return tx.attending(ShelfWatch.class);
    }

    /**
     * The good units of a product, whose row is locked, are others than before, and fewer than its minimum (or none)
     * before or after.
     */
    void goodUnitsChanged(Tx tx, ProductId product, int before, int after);
}
