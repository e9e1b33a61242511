package app.mortar.report;

import app.mortar.fefo.Fefo;

/** SQL that several reports share: what is there of each product {@code p}, and of each batch {@code b}, now. */
final class Units {
    /** Units of each batch that live holds and commitments keep. */
    private static final String HELD = """
            (select a.batch_id, sum(a.quantity) as held
             from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
             where r.status = 'COMMITTED' or (r.status = 'ACTIVE' and r.expires_at > :now) group by a.batch_id)""";

    /**
     * Batches with units, as {@code u}: {@code on_hand}, {@code good} (may be sold at all) and {@code usable} (may be
     * promised now, if the product is active), {@code worth} at batch cost.
     */
    static final String OF_BATCHES = """
            (select b.id, b.product_id, b.batch_number, b.expiry_date, b.received_at, b.status, b.quantity as on_hand,
               b.quarantined_quantity as quarantined, b.unit_cost, b.quantity * b.unit_cost as worth,
               case when %1$s then b.quantity - b.quarantined_quantity else 0 end as good,
               case when %1$s then b.quantity - b.quarantined_quantity - coalesce(h.held, 0) else 0 end as usable
             from inventory_batch b left join %2$s h on h.batch_id = b.id where b.quantity > 0) u""".formatted(Fefo.GOOD_BATCH_SQL, HELD);

    /** The same summed by product, as {@code s}. */
    static final String OF_PRODUCTS = """
            (select u.product_id, sum(u.on_hand) as on_hand, sum(u.good) as good, sum(u.usable) as usable,
               sum(u.worth) as worth from %s group by u.product_id) s""".formatted(OF_BATCHES);

    private Units() {}
}
