package app.mortar.desktop.receiving;

import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.Goods;
import app.mortar.kernel.Gtin;
import app.mortar.stock.KnownBatches;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks up what the books know of a pack that came in. */
final class Arrivals {
    private final Finder finder = new Finder();

    /** The product of a code, and what there is of that batch number. */
    record Found(Optional<Goods> goods, List<KnownBatches.Known> known) {
        /** The date that the books have for it, if there is just one. */
        @Nullable
        LocalDate expiryOnFile() {
            return known.size() == 1 ? known.getFirst().expiryDate() : null;
        }
    }

    Found find(Tx tx, Gtin gtin, @Nullable String batch) {
        Optional<Goods> goods = finder.byGtin(tx, gtin);
        return new Found(goods, goods.map(found -> known(tx, found, batch)).orElse(List.of()));
    }

    static List<KnownBatches.Known> known(Tx tx, Goods goods, @Nullable String batch) {
        return batch == null || batch.isBlank() ? List.of() : KnownBatches.of(tx, goods.id(), batch);
    }

    /** Suppliers that products name, to choose from. */
    static List<String> suppliers(Tx tx) {
        tx.actor().must(app.mortar.kernel.Permission.RECEIVE);
        return tx.session()
                .createSelectionQuery(
                        "select distinct p.supplier from Product p where p.supplier is not null order by p.supplier",
                        String.class)
                .setMaxResults(200)
                .getResultList();
    }
}
