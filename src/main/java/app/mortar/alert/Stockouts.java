package app.mortar.alert;

import app.mortar.store.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The incidents of the plan's {@code stockoutIncidents}: each time a product that was there had no good unit left,
 * whatever its minimum, from then until it has some again or is not sold any more.
 */
final class Stockouts {
    private Stockouts() {}

    static void settle(Tx tx, List<Standing> standings) {
        List<Long> out = standings.stream()
                .filter(Standing::isOut)
                .map(Standing::product)
                .toList();
        List<Long> there = standings.stream()
                .filter(standing -> !standing.isOut())
                .map(Standing::product)
                .toList();
        if (!there.isEmpty()) {
            tx.session()
                    .createNativeMutationQuery(
                            "update stockout set open_product = null, ended_at = :now where open_product in (:products)")
                    .setParameter("now", tx.now())
                    .setParameterList("products", there)
                    .executeUpdate();
        }
        if (!out.isEmpty()) {
            begin(tx, out);
        }
    }

    private static void begin(Tx tx, List<Long> out) {
        Set<Long> begun = new HashSet<>(out);
        begun.removeAll(tx.session()
                .createNativeQuery("select open_product from stockout where open_product in (:products)", Long.class)
                .setParameterList("products", out)
                .getResultList());
        tx.session()
                .insertMultiple(begun.stream()
                        .map(product -> Stockout.began(product, tx.now()))
                        .toList());
    }
}
