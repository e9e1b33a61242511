package app.mortar.fulfilment;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.stock.FefoMark;
import app.mortar.stock.Shortage;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads and notes what is picked. */
final class PickLists {
    private static final Comparator<PickList.Line> WALK = Comparator.comparing(
                    PickList.Line::shelf, Comparator.nullsLast(new ShelfOrder()))
            .thenComparing(PickList.Line::name)
            .thenComparing(PickList.Line::sku);

    private PickLists() {}

    static PickList of(Tx tx, SalesOrder order) {
        List<PickList.Line> lines = new ArrayList<>();
        Map<ProductId, Shortage> kept = new LinkedHashMap<>();
        tx.session()
                .createNativeQuery("""
                        select l.product_id, p.sku, p.name, p.strength, p.form, p.shelf, p.gtin, l.quantity,
                          b.id as batch, b.batch_number, b.expiry_date, a.quantity as portion, a.fefo, c.units
                        from order_line l
                        join product p on p.id = l.product_id
                        left join stock_reservation r
                          on r.order_id = l.order_id and r.product_id = l.product_id
                          and r.status in ('COMMITTED', 'FULFILLED')
                        left join reservation_allocation a on a.reservation_id = r.id
                        left join inventory_batch b on b.id = a.batch_id
                        left join pick_check c on c.order_id = l.order_id and c.batch_id = a.batch_id
                        where l.order_id = :order
                        order by l.line_no, b.expiry_date nulls last, b.received_at, b.id""", Object[].class)
                .addScalar("product_id", Long.class)
                .addScalar("sku", String.class)
                .addScalar("name", String.class)
                .addScalar("strength", String.class)
                .addScalar("form", String.class)
                .addScalar("shelf", String.class)
                .addScalar("gtin", String.class)
                .addScalar("quantity", Integer.class)
                .addScalar("batch", Long.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("portion", Integer.class)
                .addScalar("fefo", String.class)
                .addScalar("units", Integer.class)
                .setParameter("order", order.id())
                .getResultList()
                .forEach(row -> add(row, lines, kept));
        lines.sort(WALK);
        return new PickList(
                order.id(),
                order.externalRef(),
                order.channel(),
                order.status(),
                Customer.of(order.customer()),
                order.promisedAt(),
                order.createdAt(),
                order.stockUpdatedAt(),
                lines,
                order.status().isPromised()
                        ? kept.values().stream()
                                .filter(line -> line.available() < line.requested())
                                .toList()
                        : List.of());
    }

    /** One row: an order line with one of its batches, or with none. {@code kept} sums what each line has. */
    private static void add(@Nullable Object[] row, List<PickList.Line> lines, Map<ProductId, Shortage> kept) {
        ProductId product = new ProductId((Long) Objects.requireNonNull(row[0]));
        String sku = (String) Objects.requireNonNull(row[1]);
        int portion = row[11] == null ? 0 : (Integer) row[11];
        kept.merge(
                product,
                new Shortage(product, sku, (Integer) Objects.requireNonNull(row[7]), portion),
                (so, far) -> new Shortage(product, sku, so.requested(), so.available() + far.available()));
        if (row[8] == null) {
            return;
        }
        int checked = row[13] == null ? 0 : (Integer) row[13];
        lines.add(new PickList.Line(
                product,
                sku,
                (String) Objects.requireNonNull(row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                new BatchId((Long) row[8]),
                (String) Objects.requireNonNull(row[9]),
                (LocalDate) row[10],
                portion,
                Math.min(checked, portion),
                FefoMark.valueOf((String) Objects.requireNonNull(row[12]))));
    }

    /** Notes that so many units of a batch were checked for the order, whose row is locked. */
    static void checked(Tx tx, long order, BatchId batch, int units) {
        int known = tx.session()
                .createNativeMutationQuery("""
                        update pick_check set units = :units, at = :at, actor = :actor, workstation = :workstation
                        where order_id = :order and batch_id = :batch""")
                .setParameter("units", units)
                .setParameter("at", tx.now())
                .setParameter("actor", tx.actor().name())
                .setParameter("workstation", tx.actor().workstation())
                .setParameter("order", order)
                .setParameter("batch", batch.value())
                .executeUpdate();
        if (known == 0) {
            tx.session()
                    .createNativeMutationQuery("""
                            insert into pick_check (order_id, batch_id, units, at, actor, workstation)
                            values (:order, :batch, :units, :at, :actor, :workstation)""")
                    .setParameter("units", units)
                    .setParameter("at", tx.now())
                    .setParameter("actor", tx.actor().name())
                    .setParameter("workstation", tx.actor().workstation())
                    .setParameter("order", order)
                    .setParameter("batch", batch.value())
                    .executeUpdate();
        }
    }
}
