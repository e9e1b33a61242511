package app.mortar.fulfilment;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldView.Portion;
import app.mortar.stock.Shortage;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/** Finds and shows orders. */
final class Orders {
    private Orders() {}

    static Optional<SalesOrder> find(Tx tx, long id) {
        return Optional.ofNullable(tx.session().get(SalesOrder.class, id))
                .filter(order -> tx.actor().picksFor(order.owner()));
    }

    /** The order, locked: two steps of one order come one after the other. */
    static Optional<SalesOrder> locked(Tx tx, long id) {
        return tx
                .session()
                .createSelectionQuery("from SalesOrder o where o.id = :id", SalesOrder.class)
                .setParameter("id", id)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .filter(order -> tx.actor().picksFor(order.owner()))
                .findFirst();
    }

    /** As {@link #locked}, whoever's it is: who may pick, picks for all. */
    static @Nullable SalesOrder lockedForPicking(Tx tx, long id) {
        return tx.session()
                .createSelectionQuery("from SalesOrder o where o.id = :id", SalesOrder.class)
                .setParameter("id", id)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getSingleResultOrNull();
    }

    static Optional<SalesOrder> byReference(Tx tx, String externalRef) {
        return tx
                .session()
                .createSelectionQuery(
                        "from SalesOrder o where o.owner = :owner and o.externalRef = :ref", SalesOrder.class)
                .setParameter("owner", tx.actor().owner())
                .setParameter("ref", externalRef)
                .getResultList()
                .stream()
                .findFirst();
    }

    static List<OrderLine> linesOf(Tx tx, SalesOrder order) {
        return tx.session()
                .createSelectionQuery("from OrderLine l where l.orderId = :order order by l.lineNo", OrderLine.class)
                .setParameter("order", order.id())
                .getResultList();
    }

    static Page<OrderView> list(Tx tx, @Nullable OrderStatus status, int limit, @Nullable Cursor after) {
        boolean all = tx.actor().may(Permission.ACT_FOR_OTHERS) || tx.actor().may(Permission.PICK);
        String where = (all ? "1 = 1" : "o.owner = :owner")
                + (status == null ? "" : " and o.status = :status")
                + (after == null ? "" : " and (o.createdAt < :at or (o.createdAt = :at and o.id < :id))");
        var query = tx.session()
                .createSelectionQuery(
                        "from SalesOrder o where " + where + " order by o.createdAt desc, o.id desc", SalesOrder.class)
                .setMaxResults(limit + 1);
        if (!all) {
            query.setParameter("owner", tx.actor().owner());
        }
        if (status != null) {
            query.setParameter("status", status);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        return Page.of(
                views(tx, query.getResultList()), limit, order -> new Cursor(order.createdAt(), order.id()).text());
    }

    static OrderView view(Tx tx, SalesOrder order) {
        return views(tx, List.of(order)).getFirst();
    }

    private static List<OrderView> views(Tx tx, List<SalesOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<ProductId, OrderView.Item>> items =
                items(tx, orders.stream().map(SalesOrder::id).toList());
        return orders.stream()
                .map(order -> view(
                        order,
                        List.copyOf(items.getOrDefault(order.id(), Map.of()).values())))
                .toList();
    }

    private static OrderView view(SalesOrder order, List<OrderView.Item> items) {
        return new OrderView(
                order.id(),
                order.externalRef(),
                order.channel(),
                order.status(),
                order.token(),
                items,
                order.status().isPromised() ? shortages(items) : List.of(),
                order.promisedAt(),
                order.stockUpdatedAt(),
                order.createdAt(),
                order.updatedAt());
    }

    private static List<Shortage> shortages(List<OrderView.Item> items) {
        return items.stream()
                .filter(item -> item.allocated() < item.quantity())
                .map(item -> new Shortage(item.product(), item.sku(), item.quantity(), item.allocated()))
                .toList();
    }

    private static Map<Long, Map<ProductId, OrderView.Item>> items(Tx tx, List<Long> orders) {
        Map<Long, Map<ProductId, OrderView.Item>> items = new LinkedHashMap<>();
        tx.session()
                .createNativeQuery("""
                        select l.order_id, l.product_id, p.sku, l.quantity, b.batch_number, b.expiry_date,
                          a.quantity as portion
                        from order_line l
                        join product p on p.id = l.product_id
                        left join stock_reservation r
                          on r.order_id = l.order_id and r.product_id = l.product_id
                          and r.status in ('COMMITTED', 'FULFILLED')
                        left join reservation_allocation a on a.reservation_id = r.id
                        left join inventory_batch b on b.id = a.batch_id
                        where l.order_id in (:orders)
                        order by l.order_id, l.line_no, b.expiry_date nulls last, b.received_at, b.id""", Object[].class)
                .addScalar("order_id", Long.class)
                .addScalar("product_id", Long.class)
                .addScalar("sku", String.class)
                .addScalar("quantity", Integer.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("portion", Integer.class)
                .setParameterList("orders", orders)
                .getResultList()
                .forEach(row -> {
                    ProductId product = new ProductId((Long) row[1]);
                    OrderView.Item item = items.computeIfAbsent((Long) row[0], id -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    product,
                                    id -> new OrderView.Item(id, (String) row[2], (Integer) row[3], new ArrayList<>()));
                    if (row[4] != null) {
                        item.allocations().add(new Portion((String) row[4], (@Nullable LocalDate) row[5], (Integer)
                                Objects.requireNonNull(row[6])));
                    }
                });
        return items;
    }

    /** Live holds that were taken for this order, or with its reference, besides the one it uses. */
    static List<String> otherHolds(Tx tx, SalesOrder order, Instant now) {
        return tx.session()
                .createSelectionQuery("""
                        select h.token from CartHold h
                        where h.status = ACTIVE and h.expiresAt > :now and h.token <> :used
                          and (h.orderId = :order
                            or (h.orderId is null and h.orderRef = :ref and h.owner = :owner))""", String.class)
                .setParameter("order", order.id())
                .setParameter("used", Objects.requireNonNull(order.token()))
                .setParameter("ref", order.externalRef())
                .setParameter("owner", order.owner())
                .setParameter("now", now)
                .getResultList();
    }
}
