package app.mortar.fulfilment;

import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.stock.Batch;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up what lies in somebody's hand. What is found here is only where to look: decide on it under locks. */
final class Batches {
    private Batches() {}

    /** A batch, as it was seen. */
    record Known(ProductId product, String number, Lot lot) {
        BatchId batch() {
            return lot.batch();
        }

        @Nullable
        LocalDate expiryDate() {
            return lot.expiry();
        }

        boolean recalled() {
            return lot.recalled();
        }

        boolean isGoodOn(LocalDate today) {
            return lot.isGoodOn(today);
        }

        private static Known of(Batch batch) {
            return new Known(batch.product(), batch.number(), batch.asLot());
        }
    }

    static Optional<Known> of(Tx tx, BatchId id) {
        return Optional.ofNullable(tx.session().get(Batch.class, id.value())).map(Known::of);
    }

    /** The batch of that number which has units, and that expiry if one is given; several: the one that goes first. */
    static Optional<Known> named(Tx tx, ProductId product, String number, @Nullable LocalDate expiry) {
        List<Batch> named = tx.session()
                .createSelectionQuery(
                        "from Batch b where b.productId = :product and lower(b.number) = lower(:number)"
                                + " and b.quantity > 0",
                        Batch.class)
                .setParameter("product", product.value())
                .setParameter("number", number)
                .getResultList();
        return named.stream()
                .map(Known::of)
                .filter(known -> expiry == null || Objects.equals(expiry, known.expiryDate()))
                .min((one, other) -> app.mortar.fefo.Fefo.ORDER.compare(one.lot(), other.lot()));
    }

    /** What the catalogue calls the product of a scanned pack. */
    static @Nullable String productName(Tx tx, Pack pack) {
        return pack.gtin() == null
                ? null
                : tx.session()
                        .createSelectionQuery("select p.name from Product p where p.gtin = :gtin", String.class)
                        .setParameter("gtin", pack.gtin().digits())
                        .getSingleResultOrNull();
    }
}
