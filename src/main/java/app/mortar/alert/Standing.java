package app.mortar.alert;

import app.mortar.fefo.Fefo;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How a product stands to its minimum.
 *
 * @param everStocked whether there was ever a movement of it: what was never there has not run out
 * @param good units that may be sold at all
 */
record Standing(long product, boolean active, int minimum, boolean everStocked, int good) {
    /** Fewer good units than the minimum, strictly; a minimum of 0 asks for nothing. */
    boolean isShort() {
        return active && good < minimum;
    }

    /** Nothing left of what was there, whatever the minimum. */
    boolean isOut() {
        return active && everStocked && good == 0;
    }

    Severity severity() {
        return good == 0 ? Severity.OUT : Severity.LOW;
    }

    private static final String GOOD_UNITS = """
            (select b.product_id, sum(b.quantity - b.quarantined_quantity) as units from inventory_batch b
             where b.quantity > 0 and %s group by b.product_id)""".formatted(Fefo.GOOD_BATCH_SQL);

    /**
     * Products whose episode or stock-out is not what {@link #isShort} and {@link #isOut} say: the same rule as above,
     * as one question about all products.
     */
    private static final String UNSETTLED = """
            select p.id from product p left join %s g on g.product_id = p.id
            left join alert_episode e on e.open_product = p.id
            left join stockout s on s.open_product = p.id
            where (p.active and coalesce(g.units, 0) < p.min_stock_level) <> (e.id is not null)
              or (e.id is not null and e.severity <> case when coalesce(g.units, 0) = 0 then 'OUT' else 'LOW' end)
              or (p.active and p.ledger_seq > 0 and coalesce(g.units, 0) = 0) <> (s.id is not null)
            order by p.id""".formatted(GOOD_UNITS);

    private static final String OF_SOME = """
            select p.id, p.active, p.min_stock_level, p.ledger_seq > 0, coalesce(sum(b.quantity - b.quarantined_quantity), 0)
            from product p
            left join inventory_batch b on b.product_id = p.id and b.quantity > 0 and %s
            where p.id in (:products) group by p.id, p.active, p.min_stock_level, p.ledger_seq order by p.id""".formatted(Fefo.GOOD_BATCH_SQL);

    /** How these products stand; asked under their locks. */
    static List<Standing> of(Tx tx, Collection<Long> products) {
        List<Standing> standings = new ArrayList<>();
        tx.session()
                .createNativeQuery(OF_SOME, Object[].class)
                .setParameterList("products", products)
                .setParameter("today", tx.today())
                .getResultList()
                .forEach(row -> standings.add(new Standing(
                        ((Number) row[0]).longValue(),
                        (Boolean) row[1],
                        ((Number) row[2]).intValue(),
                        (Boolean) row[3],
                        ((Number) row[4]).intValue())));
        return standings;
    }

    /** Products that something has to be done about, of all there are. */
    static List<Long> unsettled(Tx tx) {
        return tx.session()
                .createNativeQuery(UNSETTLED, Long.class)
                .setParameter("today", tx.today())
                .getResultList();
    }
}
