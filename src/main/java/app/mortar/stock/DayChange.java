package app.mortar.stock;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * At the day's change some batches may not be sold any more. What was promised of them is planned again, so that the
 * good batch is not sold to somebody else meanwhile; whoever locks a product first after midnight does the same for it.
 */
public final class DayChange {
    /** The name of this job in its mark. */
    public static final String JOB = "replan";

    private static final int PRODUCTS_AT_ONCE = 50;

    private final Transactions transactions;

    public DayChange(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Plans again whatever is promised of batches that may not be sold today. */
    public List<Affected> replan(Actor actor) {
        actor.must(Permission.RUN_JOBS);
        List<Affected> all = new ArrayList<>();
        for (List<Affected> some = List.of(); some != null; some = replanSome(actor)) {
            all.addAll(some);
        }
        return all;
    }

    private @Nullable List<Affected> replanSome(Actor actor) {
        List<ProductId> concerned = transactions.read(actor, DayChange::concerned);
        return concerned.isEmpty()
                ? null
                : transactions.write(actor, tx -> Shelves.change(tx, concerned, Shelves::affected));
    }

    private static List<ProductId> concerned(Tx tx) {
        return tx
                .session()
                .createNativeQuery(
                        "select distinct b.product_id from inventory_batch b where b.reserved_quantity > 0 and not "
                                + Fefo.GOOD_BATCH_SQL + " order by b.product_id",
                        Long.class)
                .setParameter("today", tx.today())
                .setMaxResults(PRODUCTS_AT_ONCE)
                .getResultList()
                .stream()
                .map(ProductId::new)
                .toList();
    }
}
