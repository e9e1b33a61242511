package app.mortar.books;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Checks that the books add up, and rebuilds the counters that can be rebuilt. */
public final class Books {
    private final Transactions transactions;
    private final List<Rule> rules;

    public Books(Transactions transactions, Supplier<Duration> sweepInterval) {
        this.transactions = transactions;
        this.rules = Rules.all(sweepInterval);
    }

    /** Is told how far a check has come. */
    @FunctionalInterface
    public interface Progress {
        /**
         * So many rules are checked.
         *
         * @param all as many as there are
         */
        void checked(int done, int all);
    }

    /** Checks every invariant at one moment, whatever goes on beside it. */
    public Report check(Actor actor) {
        return check(actor, (done, all) -> {});
    }

    /** The same, rule by rule before somebody's eyes. */
    public Report check(Actor actor, Progress progress) {
        actor.must(Permission.CHECK_BOOKS);
        return transactions.snapshot(actor, tx -> {
            List<Report.Checked> checks = new ArrayList<>();
            for (Rule rule : rules) {
                checks.add(new Report.Checked(rule.name(), rule.violations(tx)));
                progress.checked(checks.size(), rules.size());
            }
            return new Report(checks);
        });
    }

    /** Checks, and keeps what was found, so that every window's seal says it. */
    public Report checkAndKeep(Actor actor, Progress progress) {
        Report report = check(actor, progress);
        transactions.run(actor, tx -> CheckLog.write(tx, report));
        return report;
    }

    /**
     * Rebuilds what is promised of each batch and product from the batch plans, and each product's stock from its
     * batches. A batch that differs from its ledger, or a broken chain, is left as it is: only a count can tell.
     *
     * @return how many rows were put right
     */
    public int repair(Actor actor) {
        actor.must(Permission.CHECK_BOOKS);
        return transactions.write(actor, Books::rebuild);
    }

    private static int rebuild(Tx tx) {
        tx.session()
                .createNativeQuery("select id from product order by id for update", Long.class)
                .getResultList();
        int batches = run(tx, """
                update inventory_batch set reserved_quantity = (
                  select coalesce(sum(a.quantity), 0) from reservation_allocation a
                  join stock_reservation r on r.id = a.reservation_id
                  where a.batch_id = inventory_batch.id and r.status in ('ACTIVE', 'COMMITTED'))
                where reserved_quantity <> (
                  select coalesce(sum(a.quantity), 0) from reservation_allocation a
                  join stock_reservation r on r.id = a.reservation_id
                  where a.batch_id = inventory_batch.id and r.status in ('ACTIVE', 'COMMITTED'))
                  and quantity - quarantined_quantity >= (
                  select coalesce(sum(a.quantity), 0) from reservation_allocation a
                  join stock_reservation r on r.id = a.reservation_id
                  where a.batch_id = inventory_batch.id and r.status in ('ACTIVE', 'COMMITTED'))""");
        int products = run(tx, """
                update product set
                  stock_quantity = (select coalesce(sum(b.quantity), 0) from inventory_batch b
                    where b.product_id = product.id),
                  reserved_quantity = (select coalesce(sum(b.reserved_quantity), 0) from inventory_batch b
                    where b.product_id = product.id)
                where stock_quantity <> (select coalesce(sum(b.quantity), 0) from inventory_batch b
                    where b.product_id = product.id)
                  or reserved_quantity <> (select coalesce(sum(b.reserved_quantity), 0) from inventory_batch b
                    where b.product_id = product.id)""");
        return batches + products;
    }

    private static int run(Tx tx, String sql) {
        return tx.session().createNativeMutationQuery(sql).executeUpdate();
    }
}
