package app.mortar.testing;

import app.mortar.store.Link;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What must be true of the books after every committed change, as questions to the database, written without a look at
 * the program: each finds the rows that break it.
 */
public final class Books implements AutoCloseable {
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        rule("a batch holds what its movements sum up to", """
                select b.id from inventory_batch b left join inventory_movement m on m.batch_id = b.id
                group by b.id, b.quantity having b.quantity <> coalesce(sum(m.quantity), 0)""");
        rule("a product's stock is the sum of its batches", """
                select p.id from product p left join inventory_batch b on b.product_id = p.id
                group by p.id, p.stock_quantity having p.stock_quantity <> coalesce(sum(b.quantity), 0)""");
        rule("a batch's reserved units are those of its open allocations", """
                select b.id from inventory_batch b
                left join reservation_allocation a on a.batch_id = b.id
                left join stock_reservation r on r.id = a.reservation_id and r.status in ('ACTIVE', 'COMMITTED')
                group by b.id, b.reserved_quantity
                having b.reserved_quantity <> coalesce(sum(case when r.id is not null then a.quantity end), 0)""");
        rule("a product's reserved units are those of its open lines", """
                select p.id from product p
                left join stock_reservation r on r.product_id = p.id and r.status in ('ACTIVE', 'COMMITTED')
                group by p.id, p.reserved_quantity having p.reserved_quantity <> coalesce(sum(r.quantity), 0)""");
        rule("no batch is negative or promised beyond what is there", """
                select id from inventory_batch where quantity < 0 or reserved_quantity < 0
                  or quarantined_quantity < 0 or reserved_quantity + quarantined_quantity > quantity""");
        rule("no product is negative or promised beyond what is there", """
                select id from product where stock_quantity < 0 or reserved_quantity < 0
                  or reserved_quantity > stock_quantity""");
        rule("an open line is allocated in full, a fulfilled one as well, any other not at all", """
                select r.id from stock_reservation r left join reservation_allocation a on a.reservation_id = r.id
                group by r.id, r.quantity, r.status having coalesce(sum(a.quantity), 0)
                  <> case when r.status in ('ACTIVE', 'COMMITTED', 'FULFILLED') then r.quantity else 0 end""");
        rule("an allocation stays within its product", """
                select r.id from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
                join inventory_batch b on b.id = a.batch_id where b.product_id <> r.product_id""");
        rule("a recalled batch has no open allocation", """
                select r.id from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
                join inventory_batch b on b.id = a.batch_id
                where b.status = 'RECALLED' and r.status in ('ACTIVE', 'COMMITTED')""");
        rule("a line follows its hold", """
                select r.id from stock_reservation r join cart_hold h on h.token = r.token
                where r.expires_at <> h.expires_at or r.order_id is distinct from h.order_id
                  or not (r.status = h.status or (h.status = 'COMMITTED' and r.status = 'RELEASED')
                    or (h.status = 'ACTIVE' and h.expires_at <= :now and r.status = 'EXPIRED'))""");
        rule("a hold that no order is behind has lines", """
                select 0 from cart_hold h where not exists (select 1 from stock_reservation r where r.token = h.token)""");
        rule("a live hold is the one its cart knows", """
                select 0 from cart_hold h where (h.status <> 'ACTIVE' and h.live_cart is not null)
                  or (h.status = 'ACTIVE' and h.expires_at > :now and h.live_cart is null and h.cart_id is not null
                    and not exists (select 1 from cart_hold o where o.live_cart = h.owner || ' ' || h.cart_id))""");
        rule("a committed hold is that of an order which waits for it", """
                select 0 from cart_hold h left join sales_order o on o.id = h.order_id and o.token = h.token
                where h.status = 'COMMITTED' and (o.id is null or o.status not in ('CONFIRMED', 'PICKING', 'PACKED'))""");
        rule("an order's hold is as far as the order", """
                select o.id from sales_order o left join cart_hold h on h.token = o.token
                where (o.status in ('CONFIRMED', 'PICKING', 'PACKED') and h.status is distinct from 'COMMITTED')
                  or (o.status in ('DISPATCHED', 'DELIVERED', 'RETURNED') and h.status is distinct from 'FULFILLED')""");
        rule("an order keeps no more than it asked for, and only what it asked for", """
                select r.id from stock_reservation r join cart_hold h on h.token = r.token
                left join order_line l on l.order_id = r.order_id and l.product_id = r.product_id
                where r.status in ('COMMITTED', 'FULFILLED') and (l.id is null or r.quantity > l.quantity)""");
        rule("an order past dispatch has left the shelf once and in full, any other not at all", """
                select l.id from order_line l join sales_order o on o.id = l.order_id
                left join inventory_movement m on m.order_line_id = l.id and m.type = 'OUT'
                group by l.id, l.quantity, o.status having coalesce(-sum(m.quantity), 0)
                  <> case when o.status in ('DISPATCHED', 'DELIVERED', 'RETURNED') then l.quantity else 0 end""");
        rule("an order line leaves a batch in one row", """
                select order_line_id from inventory_movement where order_line_id is not null
                group by order_line_id, batch_id, type having count(*) > 1""");
        rule("what an order took is what it was promised", """
                select r.id from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
                join order_line l on l.order_id = r.order_id and l.product_id = r.product_id
                left join inventory_movement m
                  on m.order_line_id = l.id and m.batch_id = a.batch_id and m.type = 'OUT'
                where r.status = 'FULFILLED' and (m.id is null or -m.quantity <> a.quantity)""");
        rule("what comes back is what went out, and only from a returned order", """
                select l.id from order_line l join sales_order o on o.id = l.order_id
                join inventory_movement m on m.order_line_id = l.id and m.type in ('OUT', 'RETURN')
                group by l.id, m.batch_id, o.status
                having (o.status = 'RETURNED') <> (sum(m.quantity) = 0)
                  or (o.status <> 'RETURNED' and count(*) <> 1)""");
        rule("the time of leaving is noted when units have left", """
                select id from sales_order
                where (status in ('DISPATCHED', 'DELIVERED', 'RETURNED')) <> (stock_updated_at is not null)""");
        rule("a movement's sign follows its type", """
                select id from inventory_movement where quantity = 0 or (reverses is null and (
                  (type in ('IN', 'RETURN') and quantity < 0)
                  or (type in ('OUT', 'WASTE', 'SUPPLIER_RETURN') and quantity > 0)))""");
        rule("a reversal is the opposite of one row of its batch, once, and of no order's", """
                select m.id from inventory_movement m left join inventory_movement w on w.id = m.reverses
                where m.reverses is not null and (w.id is null or w.batch_id <> m.batch_id or w.type <> m.type
                  or w.quantity <> -m.quantity or w.reverses is not null or w.type in ('OUT', 'RETURN'))""");
        rule("a movement copies its batch", """
                select m.id from inventory_movement m join inventory_batch b on b.id = m.batch_id
                where b.product_id <> m.product_id or b.batch_number <> m.batch_number
                  or b.expiry_date is distinct from m.expiry_date""");
        rule("nothing is sold on or after its expiry date in Lagos", """
                select id from inventory_movement
                where type = 'OUT' and expiry_date <= cast(at at time zone 'Africa/Lagos' as date)""");
        rule("every unit sold says whether first expiry went first", """
                select id from inventory_movement where type = 'OUT' and coalesce(fefo, 'NO') = 'NO'""");
        rule("a product's ledger is numbered from 1 without a gap and its head is known", """
                select p.id from product p left join inventory_movement m on m.product_id = p.id
                group by p.id, p.ledger_seq
                having p.ledger_seq <> count(m.id) or p.ledger_seq <> coalesce(max(m.seq), 0)""");
        rule("each ledger row carries the hash of the one before", """
                select t.id from (select id, prev_hash, lag(hash) over (partition by product_id order by seq) as before
                  from inventory_movement) t
                where t.prev_hash <> coalesce(t.before, '%s')""".formatted("0".repeat(64)));
        rule("the product knows the last hash", """
                select p.id from product p join inventory_movement m on m.product_id = p.id and m.seq = p.ledger_seq
                where m.hash <> p.ledger_hash""");
    }

    private static void rule(String sentence, String sql) {
        RULES.put(sentence, sql);
    }

    private final Connection connection;
    private final PreparedStatement question;
    private final int moments;

    public Books(Link link) {
        String sql = RULES.entrySet().stream()
                .map(rule -> "select '" + rule.getKey().replace("'", "''")
                        + "' as rule, cast(x.id as varchar) as row_id from ("
                        + rule.getValue().replaceFirst("select 0 ", "select 0 as id ") + ") x(id)")
                .collect(Collectors.joining(" union all "));
        moments = sql.split(":now", -1).length - 1;
        try {
            connection = DriverManager.getConnection(link.url(), link.user(), link.password());
            question = connection.prepareStatement(sql.replace(":now", "?"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every broken rule with the row that breaks it; empty when the books add up. */
    public synchronized List<String> violations(Instant now) {
        try {
            for (int i = 1; i <= moments; i++) {
                question.setObject(i, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            }
            List<String> broken = new ArrayList<>();
            try (ResultSet rows = question.executeQuery()) {
                while (rows.next()) {
                    broken.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
            return broken;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
