package app.mortar.catalogue;

import app.mortar.store.Tx;
import java.util.Optional;

/** Who wants to know, in the same transaction, that a product is judged by another minimum, or is sold again. */
public interface ProductWatch {
    /** The one of this transaction, if there is one. */
    static Optional<ProductWatch> of(Tx tx) {
        return tx.attending(ProductWatch.class);
    }

    /** The minimum of a product, whose row is locked, was raised, or it is sold again. */
    void askedForMore(Tx tx, Product product);

    /** The minimum of a product, whose row is locked, was lowered, or it is not sold any more. */
    void askedForLess(Tx tx, Product product);
}
