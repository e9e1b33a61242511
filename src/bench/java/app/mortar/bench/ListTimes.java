package app.mortar.bench;

import app.mortar.expiry.Expiring;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.OutlookSort;
import app.mortar.expiry.Severity;
import app.mortar.expiry.StockOutlook;
import app.mortar.fulfilment.Activity;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.ProductLedger;
import app.mortar.kernel.ProductId;
import app.mortar.kernel.Span;
import app.mortar.reservation.HoldBoard;
import app.mortar.store.Tx;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * How long the lists of the desktop take on PostgreSQL with 20 000 products, 50 000 batches, 5 000 open orders and
 * half a million movements; prints a table for {@code src/docs/performance.md}. Rows are written by SQL alone, for
 * the reading only: their hashes are not chained.
 */
public final class ListTimes {
    private static final int TRIES = 7;
    private static final Span PAGE = new Span(0, 100);

    private ListTimes() {}

    public static void main(String[] args) throws Exception {
        try (Pharmacy pharmacy = Pharmacy.open(Db.POSTGRESQL)) {
            fill(pharmacy);
            StockOutlook outlook = new StockOutlook();
            OrderBoard orders = new OrderBoard();
            ProductLedger ledger = new ProductLedger();
            System.out.println("| what | first, ms | median of " + TRIES + ", ms |\n|---|---|---|");
            time(pharmacy, "Stock: open, by name", tx -> outlook.list(tx, OutlookFilter.ALL, OutlookSort.NAME, false, PAGE));
            time(pharmacy, "Stock: rows 15 000 to 15 100", tx -> outlook.list(
                    tx, OutlookFilter.ALL, OutlookSort.NAME, false, new Span(15_000, 100)));
            time(pharmacy, "Stock: filter by two words", tx -> outlook.list(
                    tx, OutlookFilter.ALL.words("medicine 77"), OutlookSort.NAME, false, PAGE));
            time(pharmacy, "Stock: filter by category", tx -> outlook.list(
                    tx, OutlookFilter.ALL.category("Category 7"), OutlookSort.NAME, false, PAGE));
            time(pharmacy, "Stock: sort by usable", tx -> outlook.list(
                    tx, OutlookFilter.ALL, OutlookSort.USABLE, true, PAGE));
            time(pharmacy, "Stock: sort by value at cost", tx -> outlook.list(
                    tx, OutlookFilter.ALL, OutlookSort.WORTH, true, PAGE));
            time(pharmacy, "Stock: only what is out", tx -> outlook.list(
                    tx, OutlookFilter.ALL.severities(Set.of(Severity.OUT)), OutlookSort.NAME, false, PAGE));
            time(pharmacy, "Stock: expires within 30 days", tx -> outlook.list(
                    tx, OutlookFilter.ALL.expiringWithin(30), OutlookSort.NAME, false, PAGE));
            time(pharmacy, "Low Stock: open, the worst first", tx -> outlook.list(
                    tx, OutlookFilter.LOW, OutlookSort.SEVERITY, false, PAGE));
            time(pharmacy, "Low Stock: filter by word", tx -> outlook.list(
                    tx, OutlookFilter.LOW.words("77"), OutlookSort.SEVERITY, false, PAGE));
            time(pharmacy, "Low Stock: only critical", tx -> outlook.list(
                    tx, OutlookFilter.LOW.severities(Set.of(Severity.CRITICAL)), OutlookSort.SEVERITY, false, PAGE));
            time(pharmacy, "Low Stock: counts by severity", tx -> outlook.counts(tx, OutlookFilter.ALL));
            time(pharmacy, "Dashboard: expiring", tx -> new Expiring().look(tx));
            time(pharmacy, "Dashboard: orders and holds", tx -> List.of(orders.counts(tx), new HoldBoard().counts(tx)));
            time(pharmacy, "Dashboard: activity", tx -> new Activity().latest(tx, 40));
            time(pharmacy, "Orders: open, the newest first", tx -> orders.list(
                    tx, new OrderBoard.Filter("", Set.of(), null), OrderBoard.Sort.CREATED, true, PAGE));
            time(pharmacy, "Orders: open ones, filter by reference", tx -> orders.list(
                    tx,
                    new OrderBoard.Filter("77", Set.of(OrderStatus.CONFIRMED), null),
                    OrderBoard.Sort.CREATED,
                    true,
                    PAGE));
            time(pharmacy, "Holds: board of 500", tx -> new HoldBoard().list(tx));
            time(pharmacy, "Product: ledger, sums, 365 days", tx -> List.of(
                    ledger.list(tx, new ProductId(7), null, PAGE),
                    ledger.terms(tx, new ProductId(7)),
                    ledger.levels(tx, new ProductId(7), 365)));
        }
        System.exit(0);
    }

    private static void time(Pharmacy pharmacy, String what, Function<Tx, ?> read) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i <= TRIES; i++) {
            long before = System.nanoTime();
            pharmacy.transactions.read(pharmacy.staff, tx -> (Object) read.apply(tx));
            times.add((System.nanoTime() - before) / 1_000_000);
        }
        System.out.println("| " + what + " | " + times.getFirst() + " | "
                + times.subList(1, TRIES + 1).stream().sorted().toList().get(TRIES / 2) + " |");
    }

    private static void fill(Pharmacy pharmacy) throws Exception {
        String now = "timestamp with time zone '" + pharmacy.clock.instant() + "'";
        try (var connection = DriverManager.getConnection(
                        pharmacy.link.url(), pharmacy.link.user(), pharmacy.link.password());
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    """
                    insert into product (id, sku, name, category, supplier, shelf, min_stock_level, reorder_quantity,
                      search_text, created_at, updated_at)
                    select i, 'SKU-' || i, 'Medicine ' || i || ' 500 mg', 'Category ' || i % 40, 'Supplier ' || i % 25,
                      'A' || i % 90, case when i % 10 = 0 then 60 else 5 end, 20,
                      lower('SKU-' || i || ' Medicine ' || i || ' 500 mg tablet'), NOW, NOW
                    from generate_series(1, 20000) i""",
                    """
                    insert into inventory_batch (id, product_id, batch_number, expiry_date, received_at, quantity, unit_cost)
                    select i, 1 + i % 20000, 'B' || i, cast(NOW as date) + 1 + (i * 7) % 700, NOW - interval '100' day,
                      10 + i % 30, 5 + i % 200
                    from generate_series(1, 50000) i where (1 + i % 20000) % 50 <> 0""",
                    """
                    insert into inventory_movement (id, product_id, batch_id, type, quantity, batch_number, seq, prev_hash,
                      hash, at, actor, workstation, reference)
                    select row_number() over (order by b.id, d), b.product_id, b.id, case when d = 0 then 'IN' else 'OUT' end,
                      case when d = 0 then b.quantity + 9 else -1 end, b.batch_number,
                      row_number() over (partition by b.product_id order by d, b.id), 'x', 'x',
                      NOW - (100 - d * 10) * interval '1' day - (b.id % 3600) * interval '1' second, 'ada', 'till-1', 'N-' || b.id % 977
                    from inventory_batch b cross join generate_series(0, 9) d""",
                    """
                    insert into sales_order (id, external_ref, owner, channel, status, token, created_at, updated_at)
                    select i, 'WEB-' || i, 'key:1', 'RETAIL', case when i <= 5000 then 'CONFIRMED' else 'DELIVERED' end,
                      'o' || i, NOW - i * interval '1' minute, NOW from generate_series(1, 30000) i""",
                    """
                    insert into cart_hold (token, owner, order_id, status, expires_at, created_at)
                    select 'o' || i, 'key:1', i, case when i <= 5000 then 'COMMITTED' else 'FULFILLED' end, NOW, NOW
                    from generate_series(1, 30000) i""",
                    """
                    insert into cart_hold (token, owner, cart_id, status, expires_at, created_at)
                    select 'c' || i, 'key:1', 'cart-' || i, 'ACTIVE', NOW + (i % 900 + 1) * interval '1' second, NOW
                    from generate_series(1, 500) i""",
                    """
                    insert into order_line (id, order_id, line_no, product_id, quantity)
                    select i, 1 + (i - 1) / 3, 1 + (i - 1) % 3, 1 + (i * 37) % 20000, 1 from generate_series(1, 90000) i""",
                    """
                    insert into stock_reservation (id, token, order_id, product_id, quantity, expires_at, status)
                    select l.id, 'o' || l.order_id, l.order_id, l.product_id, 1, NOW,
                      case when l.order_id <= 5000 then 'COMMITTED' else 'FULFILLED' end from order_line l""",
                    """
                    insert into stock_reservation (id, token, product_id, quantity, expires_at, status)
                    select 100000 + i, 'c' || i, i * 3, 1, NOW + interval '10' minute, 'ACTIVE' from generate_series(1, 500) i""",
                    """
                    insert into reservation_allocation (reservation_id, batch_id, quantity)
                    select r.id, min(b.id), 1 from stock_reservation r join inventory_batch b on b.product_id = r.product_id
                    group by r.id""",
                    """
                    update inventory_batch b set reserved_quantity = k.units from (
                      select a.batch_id, sum(a.quantity) as units from reservation_allocation a
                      join stock_reservation r on r.id = a.reservation_id where r.status in ('ACTIVE', 'COMMITTED')
                      group by a.batch_id) k
                    where k.batch_id = b.id""",
                    "update product p set stock_quantity = (select coalesce(sum(quantity), 0) from inventory_batch b where b.product_id = p.id)",
                    "analyze")) {
                statement.execute(sql.replace("NOW", now));
            }
        }
    }
}
