package app.mortar.reservation;

import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.time.Duration;
import java.util.List;

/** Holds that ended long ago and that no order came of: nobody asks for them any more. */
public final class ClosedHolds {
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int AT_ONCE = 500;

    private ClosedHolds() {}

    /**
     * Forgets them.
     *
     * @return how many
     */
    public static int forgetOld(Transactions transactions, Actor actor) {
        actor.must(Permission.RUN_JOBS);
        int forgotten = 0;
        for (int some = AT_ONCE; some == AT_ONCE; forgotten += some) {
            some = transactions.write(actor, ClosedHolds::forgetSome);
        }
        return forgotten;
    }

    private static int forgetSome(Tx tx) {
        List<String> tokens = tx.session()
                .createNativeQuery("""
                        select h.token from cart_hold h
                        where h.status in ('EXPIRED', 'RELEASED') and h.closed_at < :before and h.order_id is null
                          and not exists (select 1 from sales_order o where o.token = h.token)
                        order by h.closed_at, h.token""", String.class)
                .setParameter("before", tx.now().minus(KEPT))
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (!tokens.isEmpty()) {
            delete(
                    tx,
                    "delete from reservation_allocation where reservation_id in"
                            + " (select id from stock_reservation where token in (:tokens))",
                    tokens);
            delete(tx, "delete from stock_reservation where token in (:tokens)", tokens);
            delete(tx, "delete from cart_hold where token in (:tokens)", tokens);
        }
        return tokens.size();
    }

    private static void delete(Tx tx, String sql, List<String> tokens) {
        tx.session()
                .createNativeMutationQuery(sql)
                .setParameterList("tokens", tokens)
                .executeUpdate();
    }
}
