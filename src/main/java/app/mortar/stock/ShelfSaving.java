package app.mortar.stock;

import app.mortar.store.Ids;
import app.mortar.store.Tx;
import app.mortar.store.Writes;
import java.util.Collection;
import java.util.List;
import org.hibernate.StatelessSession;

/** Writes what a change of the shelves has made of their rows, all of it together. */
final class ShelfSaving {
    private final StatelessSession session;
    private final Writes writes;

    ShelfSaving(Tx tx) {
        this.session = tx.session();
        this.writes = tx.writes();
    }

    void insert(Batch batch) {
        session.insert(batch);
        batch.remember();
    }

    void insertAll(List<Batch> batches) {
        session.insertMultiple(batches);
        batches.forEach(Batch::remember);
    }

    /** Writes counters only onto the row that was read: the second fence, should a lock ever be missed. */
    void saveBatches(List<Batch> batches) {
        for (Batch batch : batches) {
            Batch.Counters before = batch.asStored();
            if (before != null && batch.isChanged()) {
                writes.addGuarded(
                        """
                        update inventory_batch set quantity = ?, reserved_quantity = ?, quarantined_quantity = ?, status = ?,
                          unit_cost = ?
                        where id = ? and quantity = ? and reserved_quantity = ? and quarantined_quantity = ? and status = ?""",
                        batch.quantity(),
                        batch.reserved(),
                        batch.quarantined(),
                        batch.status(),
                        batch.unitCost(),
                        batch.id().value(),
                        before.quantity(),
                        before.reserved(),
                        before.quarantined(),
                        before.status());
                if (batch.quarantined() < before.quarantined()) {
                    fewerWaitForACount(batch, before.quarantined() - batch.quarantined());
                }
            }
        }
    }

    /**
     * Units leave quarantine: first those that only wait for a count. The others (brought back by a customer, say) stay
     * set aside when that count is done.
     */
    private void fewerWaitForACount(Batch batch, int units) {
        writes.add("""
                update count_task set set_aside = case when set_aside > ? then set_aside - ? else 0 end
                where batch_id = ? and done_at is null""", units, units, batch.id().value());
    }

    /** As {@link #saveBatches}. */
    void saveProducts(List<ProductRow> products) {
        for (ProductRow product : products) {
            if (product.isChanged()) {
                writes.addGuarded(
                        """
                        update product set stock_quantity = ?, reserved_quantity = ?, ledger_seq = ?, ledger_hash = ?
                        where id = ? and stock_quantity = ? and reserved_quantity = ? and ledger_seq = ?""",
                        product.stock(),
                        product.reserved(),
                        product.ledgerSeq(),
                        product.ledgerHash(),
                        product.id().value(),
                        product.asStored().stock(),
                        product.asStored().reserved(),
                        product.asStored().ledgerSeq());
            }
        }
    }

    /** Changed ones first: a hold that is closed gives the name of its cart free for the one that follows it. */
    void saveHolds(Collection<CartHold> made, Collection<CartHold> changed) {
        changed.forEach(hold -> writes.add(
                """
                update cart_hold set cart_id = ?, live_cart = ?, order_ref = ?, order_id = ?, status = ?, expires_at = ?,
                  closed_at = ?, released_reason = ?
                where token = ?""",
                hold.cartId(),
                hold.liveCart(),
                hold.orderRef(),
                hold.orderId(),
                hold.status(),
                hold.expiresAt(),
                hold.closedAt(),
                hold.releasedReason(),
                hold.token()));
        made.forEach(hold -> writes.add(
                "insert into cart_hold (" + CartHold.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                hold.token(),
                hold.owner(),
                hold.cartId(),
                hold.liveCart(),
                hold.orderRef(),
                hold.orderId(),
                hold.status(),
                hold.expiresAt(),
                hold.createdAt(),
                hold.closedAt(),
                hold.releasedReason()));
    }

    /** Plans go before their lines, and come after them. */
    void saveLines(List<HoldLine> lines, List<HoldLine> dropped) {
        List<HoldLine> made = lines.stream().filter(HoldLine::isNew).toList();
        List<HoldLine> changed =
                lines.stream().filter(line -> !line.isNew() && line.isChanged()).toList();
        List<HoldLine> plannedAnew =
                changed.stream().filter(HoldLine::isPlanChanged).toList();
        plannedAnew.forEach(this::forgetPlan);
        dropped.forEach(this::forgetPlan);
        made.forEach(this::insert);
        changed.forEach(this::update);
        dropped.forEach(line -> writes.add("delete from stock_reservation where id = ?", line.id()));
        made.forEach(this::savePlan);
        plannedAnew.forEach(this::savePlan);
        lines.forEach(HoldLine::saved);
    }

    private void insert(HoldLine line) {
        line.numbered(Ids.next(session, line));
        writes.add(
                "insert into stock_reservation (" + HoldLine.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                line.id(),
                line.token(),
                line.orderId(),
                line.product().value(),
                line.quantity(),
                line.expiresAt(),
                line.status());
    }

    private void update(HoldLine line) {
        writes.add(
                "update stock_reservation set order_id = ?, quantity = ?, expires_at = ?, status = ? where id = ?",
                line.orderId(),
                line.quantity(),
                line.expiresAt(),
                line.status(),
                line.id());
    }

    private void forgetPlan(HoldLine line) {
        writes.add("delete from reservation_allocation where reservation_id = ?", line.id());
    }

    private void savePlan(HoldLine line) {
        line.slices()
                .forEach(slice -> writes.add(
                        "insert into reservation_allocation (reservation_id, batch_id, quantity, fefo) values (?, ?, ?, ?)",
                        line.id(),
                        slice.batch().value(),
                        slice.quantity(),
                        slice.fefo()));
    }

    /** Writes what was added, and then the ledger rows, which name the batches above. */
    void write(List<Movement> movements) {
        writes.go();
        session.insertMultiple(movements);
    }
}
