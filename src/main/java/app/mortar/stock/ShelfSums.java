package app.mortar.stock;

import app.mortar.fefo.Fefo;

/**
 * What lies on the shelves, added up for each product in one go: the ground of every list of products. Batches know what
 * is promised of them; what has lapsed and was not swept yet, a handful, is taken off again. Needs the parameters
 * {@code :today} and {@code :now}.
 */
public final class ShelfSums {
    /**
     * A row for each product that has units: {@code product_id}, {@code on_hand}, of these {@code good}, of the good
     * ones {@code held} for live carts and for orders, and what all are {@code worth} at cost.
     */
    public static final String SQL = sql("");

    /** The same for the products {@code :page} alone. */
    public static final String OF_PAGE_SQL = sql(" and b.product_id in (:page)");

    private ShelfSums() {}

    private static String sql(String more) {
        return """
            (select u.product_id, sum(u.on_hand) as on_hand, sum(u.good) as good, sum(u.held) as held,
               sum(u.worth) as worth
             from (
               select b.product_id, b.quantity as on_hand,
                 case when %1$s then b.quantity - b.quarantined_quantity else 0 end as good,
                 case when %1$s then b.reserved_quantity else 0 end as held, b.quantity * b.unit_cost as worth
               from inventory_batch b where b.quantity > 0%2$s
               union all
               select b.product_id, 0, 0, -a.quantity, null
               from stock_reservation r
               join reservation_allocation a on a.reservation_id = r.id
               join inventory_batch b on b.id = a.batch_id
               where r.status = 'ACTIVE' and r.expires_at <= :now and b.quantity > 0 and %1$s%2$s) u
            group by u.product_id)""".formatted(Fefo.GOOD_BATCH_SQL, more);
    }
}
