package app.mortar.fulfilment;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Page;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The orders that wait to be picked: the one that was promised first, then the one that was placed first. */
final class PickQueue {
    private static final String WAITING = "o.status in (CONFIRMED, PICKING)";
    private static final String NO_PROMISE = "-";

    private PickQueue() {}

    private record Counted(int lines, int verified, int shortLines) {}

    static Page<ToPick> page(Tx tx, int limit, @Nullable String after) {
        Place place = after == null ? null : Place.of(after);
        var query = tx.session()
                .createSelectionQuery(
                        "from SalesOrder o where " + WAITING + (place == null ? "" : " and " + place.behind())
                                + " order by o.promisedAt nulls last, o.createdAt, o.id",
                        SalesOrder.class)
                .setMaxResults(limit + 1);
        if (place != null) {
            query.setParameter("created", place.created().at())
                    .setParameter("id", place.created().id());
            if (place.promised() != null) {
                query.setParameter("promised", place.promised());
            }
        }
        List<SalesOrder> orders = query.getResultList();
        Map<Long, Counted> counted =
                counted(tx, orders.stream().map(SalesOrder::id).toList());
        return Page.of(
                orders.stream()
                        .map(order -> row(order, counted.getOrDefault(order.id(), new Counted(0, 0, 0))))
                        .toList(),
                limit,
                row -> new Place(row.promisedAt(), new Cursor(row.createdAt(), row.order())).text());
    }

    static long size(Tx tx) {
        return tx.session()
                .createSelectionQuery("select count(o) from SalesOrder o where " + WAITING, Long.class)
                .getSingleResult();
    }

    private static ToPick row(SalesOrder order, Counted counted) {
        return new ToPick(
                order.id(),
                order.externalRef(),
                order.channel(),
                order.status(),
                Customer.of(order.customer()).name(),
                order.promisedAt(),
                order.createdAt(),
                counted.lines(),
                counted.verified(),
                counted.shortLines());
    }

    private static Map<Long, Counted> counted(Tx tx, List<Long> orders) {
        if (orders.isEmpty()) {
            return Map.of();
        }
        record Row(long order, Counted counted) {}
        return tx
                .session()
                .createNativeQuery("""
                        select x.order_id, sum(x.batches), sum(x.checked), sum(case when x.kept < x.wanted then 1 else 0 end)
                        from (
                          select l.order_id, l.product_id, l.quantity as wanted, count(a.batch_id) as batches,
                            coalesce(sum(case when c.units >= a.quantity then 1 else 0 end), 0) as checked,
                            coalesce(sum(a.quantity), 0) as kept
                          from order_line l
                          left join stock_reservation r on r.order_id = l.order_id and r.product_id = l.product_id
                            and r.status = 'COMMITTED'
                          left join reservation_allocation a on a.reservation_id = r.id
                          left join pick_check c on c.order_id = l.order_id and c.batch_id = a.batch_id
                          where l.order_id in (:orders)
                          group by l.order_id, l.product_id, l.quantity) x
                        group by x.order_id""", Object[].class)
                .setParameterList("orders", orders)
                .getResultList()
                .stream()
                .map(row -> new Row(
                        ((Number) row[0]).longValue(), new Counted(number(row[1]), number(row[2]), number(row[3]))))
                .collect(Collectors.toMap(Row::order, Row::counted, (one, other) -> one));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    /** Where a page ended. */
    private record Place(@Nullable Instant promised, Cursor created) {
        String text() {
            return (promised == null ? NO_PROMISE : new Cursor(promised, 0).text()) + "." + created.text();
        }

        static Place of(String text) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                throw new InvalidInput("cursor", "is not one that this list gave out; leave it out to start anew");
            }
            String promised = text.substring(0, dot);
            return new Place(
                    promised.equals(NO_PROMISE) ? null : Cursor.of(promised).at(), Cursor.of(text.substring(dot + 1)));
        }

        String behind() {
            String younger = "(o.createdAt > :created or (o.createdAt = :created and o.id > :id))";
            return promised == null
                    ? "(o.promisedAt is null and " + younger + ")"
                    : "(o.promisedAt is null or o.promisedAt > :promised or (o.promisedAt = :promised and " + younger
                            + "))";
        }
    }
}
