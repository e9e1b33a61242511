package app.mortar.books;

import app.mortar.fefo.Fefo;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.DayChange;
import app.mortar.store.JobMark;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The invariants of the books, as one reads them to an auditor. */
final class Rules {
    private static final LocalDate NEVER = LocalDate.of(1, 1, 1);

    private Rules() {}

    static List<Rule> all(Supplier<Duration> sweepInterval) {
        return List.of(
                new SqlRule(
                        "batch-equals-ledger",
                        """
                        select p.sku, b.batch_number, coalesce(m.units, 0), b.quantity
                        from inventory_batch b join product p on p.id = b.product_id
                        left join (select batch_id, sum(quantity) as units from inventory_movement group by batch_id) m
                          on m.batch_id = b.id
                        where b.quantity <> coalesce(m.units, 0) order by p.sku, b.id""",
                        "%s, batch %s: the ledger says %s, the shelf %s; count this batch."),
                new SqlRule(
                        "movement-belongs-to-its-batch",
                        """
                        select p.sku, m.seq from inventory_movement m
                        join inventory_batch b on b.id = m.batch_id join product p on p.id = m.product_id
                        where b.product_id <> m.product_id or b.batch_number <> m.batch_number order by p.sku, m.seq""",
                        "Row %2$s in the ledger of %1$s names a batch of another product or number."),
                new SqlRule("stock-equals-batches", """
                        select p.sku, coalesce(b.units, 0), p.stock_quantity from product p
                        left join (select product_id, sum(quantity) as units from inventory_batch group by product_id) b
                          on b.product_id = p.id
                        where p.stock_quantity <> coalesce(b.units, 0) order by p.sku""", "%s: its batches hold %s, the product says %s."),
                new SqlRule(
                        "batch-reserved-equals-promises",
                        """
                        select p.sku, b.batch_number, coalesce(a.units, 0), b.reserved_quantity
                        from inventory_batch b join product p on p.id = b.product_id
                        left join (select a.batch_id, sum(a.quantity) as units from reservation_allocation a
                          join stock_reservation r on r.id = a.reservation_id
                          where r.status in ('ACTIVE', 'COMMITTED') group by a.batch_id) a on a.batch_id = b.id
                        where b.reserved_quantity <> coalesce(a.units, 0) order by p.sku, b.id""",
                        "%s, batch %s: %s units are promised, the batch says %s."),
                new SqlRule(
                        "product-reserved-equals-promises", """
                        select p.sku, coalesce(r.units, 0), p.reserved_quantity from product p
                        left join (select product_id, sum(quantity) as units from stock_reservation
                          where status in ('ACTIVE', 'COMMITTED') group by product_id) r on r.product_id = p.id
                        where p.reserved_quantity <> coalesce(r.units, 0) order by p.sku""", "%s: holds and orders keep %s, the product says %s."),
                new SqlRule("promise-has-its-batches", """
                        select p.sku, r.token, r.quantity, coalesce(a.units, 0) from stock_reservation r
                        join product p on p.id = r.product_id
                        left join (select reservation_id, sum(quantity) as units from reservation_allocation
                          group by reservation_id) a on a.reservation_id = r.id
                        where r.status in ('ACTIVE', 'COMMITTED') and r.quantity <> coalesce(a.units, 0)
                        order by p.sku, r.id""", "%s: hold %s keeps %s, its batches give %s."),
                new SqlRule(
                        "nothing-negative-or-oversold", """
                        select p.sku, b.batch_number, b.quantity, b.reserved_quantity, b.quarantined_quantity
                        from inventory_batch b join product p on p.id = b.product_id
                        where b.quantity < 0 or b.reserved_quantity < 0 or b.quarantined_quantity < 0
                          or b.reserved_quantity + b.quarantined_quantity > b.quantity order by p.sku, b.id""", "%s, batch %s: %s there, %s promised, %s in quarantine."),
                new SqlRule(
                        "no-promise-on-unusable-batch",
                        """
                        select p.sku, b.batch_number, b.status, cast(b.expiry_date as varchar), r.token
                        from reservation_allocation a
                        join stock_reservation r on r.id = a.reservation_id
                        join inventory_batch b on b.id = a.batch_id join product p on p.id = b.product_id
                        where r.status in ('ACTIVE', 'COMMITTED') and not %s order by p.sku, b.id""".formatted(Fefo.GOOD_BATCH_SQL),
                        "%s, batch %s (%s, expires %s): hold %s still counts on it.",
                        tx -> Map.of("today", dayOfLastReplan(tx))),
                new SqlRule("dispatched-once-in-full", """
                        select o.external_ref, o.status, p.sku, l.quantity, coalesce(m.units, 0) from order_line l
                        join sales_order o on o.id = l.order_id join product p on p.id = l.product_id
                        left join (select order_line_id, -sum(quantity) as units from inventory_movement
                          where type = 'OUT' group by order_line_id) m on m.order_line_id = l.id
                        where coalesce(m.units, 0)
                          <> case when o.status in ('DISPATCHED', 'DELIVERED', 'RETURNED') then l.quantity else 0 end
                        order by o.id, l.line_no""", "Order %s (%s), %s: %s ordered, %s went out."),
                new SqlRule("closed-order-keeps-nothing", """
                        select o.external_ref, o.status, p.sku, r.quantity from stock_reservation r
                        join sales_order o on o.id = r.order_id join product p on p.id = r.product_id
                        where r.status in ('ACTIVE', 'COMMITTED')
                          and o.status in ('DISPATCHED', 'DELIVERED', 'CANCELLED', 'RETURNED') order by o.id""", "Order %s is %s, yet keeps %3$s: %4$s units."),
                new SqlRule(
                        "lapsed-holds-are-swept",
                        """
                        select h.token, cast(h.expires_at as varchar) from cart_hold h
                        where h.status = 'ACTIVE' and h.expires_at < :latest order by h.expires_at""",
                        "Hold %s ran out at %s and was not swept.",
                        tx -> Map.of("latest", latestUnswept(tx, sweepInterval.get()))),
                new SqlRule(
                        "alert-told-once-a-period", """
                        select p.sku, n.kind, n.channel, count(*) from notification_episode m
                        join notification n on n.id = m.notification_id
                        join alert_episode e on e.id = m.episode_id join product p on p.id = e.product_id
                        group by p.sku, m.episode_id, m.period, n.kind, n.channel, n.recipient
                        having count(*) > 1 order by p.sku""", "%s: one person was told of %s by %s %s times in one period."),
                new ChainRule());
    }

    /** Promises are planned again at the day's change; before that has run, yesterday's plan stands. */
    private static LocalDate dayOfLastReplan(Tx tx) {
        return JobMark.find(tx, DayChange.JOB)
                .map(seen -> LocalDate.ofInstant(seen.lastAt(), tx.zone()))
                .orElse(NEVER);
    }

    /** Only while somebody has been there to sweep for two sweeps, a hold may not be late by more than two. */
    private static Instant latestUnswept(Tx tx, Duration sweep) {
        Duration two = sweep.multipliedBy(2);
        return JobMark.find(tx, ReservationDesk.JOB)
                .filter(seen -> !seen.aliveSince().plus(two).isAfter(tx.now()))
                .filter(seen -> !seen.lastAt().plus(two).isBefore(tx.now()))
                .map(seen -> tx.now().minus(two))
                .orElse(Instant.EPOCH);
    }
}
