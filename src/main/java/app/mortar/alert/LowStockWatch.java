package app.mortar.alert;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductWatch;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.settings.AlertSettings;
import app.mortar.stock.ShelfWatch;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds products that have fallen below their minimum: in the transaction that made them fall, and, for what time does
 * by itself, by looking at all of them now and then.
 */
public final class LowStockWatch implements ShelfWatch, ProductWatch {
    /** The name of the look at all products in its mark. */
    public static final String JOB = "low-stock";

    private static final int AT_ONCE = 1000;

    private final Outbox outbox;
    private final Supplier<AlertSettings> settings;

    public LowStockWatch(Outbox outbox, Supplier<AlertSettings> settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    private Settling settling(Tx tx) {
        return tx.lastAct(
                Settling.class, () -> new Settling(tx, outbox, settings.get().lowStock()));
    }

    @Override
    public void goodUnitsChanged(Tx tx, ProductId product, int before, int after) {
        if (after > before) {
            settling(tx).gained(product);
        } else {
            settling(tx).look(product);
        }
    }

    @Override
    public void askedForMore(Tx tx, Product product) {
        settling(tx).raised(product.id());
    }

    @Override
    public void askedForLess(Tx tx, Product product) {
        settling(tx).look(product.id());
    }

    /**
     * Looks at all products: one question to the database, then those that something has to be done about.
     *
     * @return how many those were
     */
    public int check(Transactions transactions, Actor actor) {
        actor.must(Permission.RUN_JOBS);
        List<Long> products = transactions.read(actor, Standing::unsettled);
        for (int from = 0; from < products.size(); from += AT_ONCE) {
            List<Long> some = products.subList(from, Math.min(products.size(), from + AT_ONCE));
            transactions.run(actor, tx -> {
                Settling.lock(tx, some);
                some.forEach(product -> settling(tx).look(new ProductId(product)));
            });
        }
        return products.size();
    }
}
