package app.mortar.fulfilment;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.stock.MovementType;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The ledger of one product, as its page shows it: movements with the balance after each, their sums, their curve. */
public final class ProductLedger {
    /** What moved units, in the pharmacy's words; the terms that on hand adds up from. */
    public enum Kind {
        RECEIVED,
        DISPATCHED,
        SOLD,
        RETURNED,
        WRITTEN_OFF,
        CORRECTED,
        TO_SUPPLIER;

        static Kind of(MovementType type, boolean counter) {
            return switch (type) {
                case IN -> RECEIVED;
                case OUT -> counter ? SOLD : DISPATCHED;
                case RETURN -> RETURNED;
                case WASTE -> WRITTEN_OFF;
                case ADJUSTMENT -> CORRECTED;
                case SUPPLIER_RETURN -> TO_SUPPLIER;
            };
        }

        /** The same over {@code inventory_movement m} and the channel of its order, {@code o.channel}. */
        private String sql() {
            return switch (this) {
                case RECEIVED -> "m.type = 'IN'";
                case DISPATCHED -> "(m.type = 'OUT' and (o.channel is null or o.channel <> 'COUNTER'))";
                case SOLD -> "(m.type = 'OUT' and o.channel = 'COUNTER')";
                case RETURNED -> "m.type = 'RETURN'";
                case WRITTEN_OFF -> "m.type = 'WASTE'";
                case CORRECTED -> "m.type = 'ADJUSTMENT'";
                case TO_SUPPLIER -> "m.type = 'SUPPLIER_RETURN'";
            };
        }
    }

    /**
     * One movement.
     *
     * @param seq its number in the product's ledger, from 1
     * @param order the order it belongs to; null for none
     * @param balance units of the product after it
     */
    public record Row(
            long seq,
            Instant at,
            Kind kind,
            int quantity,
            long balance,
            String batchNumber,
            String by,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String reference,
            @Nullable Long order) {}

    /**
     * What on hand adds up from.
     *
     * @param sums signed units of each kind; kinds that never happened are left out
     * @param onHand what the shelf says
     */
    public record Terms(Map<Kind, Long> sums, int onHand, int movements) {
        public Terms {
            sums = Map.copyOf(sums);
        }

        public long of(Kind kind) {
            return sums.getOrDefault(kind, 0L);
        }

        public boolean addsUp() {
            return sums.values().stream().mapToLong(Long::longValue).sum() == onHand;
        }
    }

    /** Units at the end of a day, or now for today. */
    public record Level(LocalDate day, int units) {}

    /** The movements of one kind, or of all; the latest first. */
    public Stretch<Row> list(Tx tx, ProductId product, @Nullable Kind kind, Span span) {
        tx.actor().must(Permission.SEE_STOCK);
        String from = """
                from (
                  select n.*, sum(n.quantity) over (order by n.seq) as balance
                  from inventory_movement n where n.product_id = :product) m
                left join order_line l on l.id = m.order_line_id
                left join sales_order o on o.id = l.order_id
                where\s""" + (kind == null ? "1 = 1" : kind.sql());
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery("""
                        select m.seq, m.at, m.type, m.quantity, m.balance, m.batch_number, m.actor, m.reason, m.note,
                          coalesce(o.external_ref, m.reference) as reference, o.id as order_id, o.channel\
                        """ + " " + from + " order by m.seq desc", Object[].class)
                .addScalar("seq", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("type", String.class)
                .addScalar("quantity", Integer.class)
                .addScalar("balance", Long.class)
                .addScalar("batch_number", String.class)
                .addScalar("actor", String.class)
                .addScalar("reason", String.class)
                .addScalar("note", String.class)
                .addScalar("reference", String.class)
                .addScalar("order_id", Long.class)
                .addScalar("channel", String.class);
        List<Row> rows = query
                .setParameter("product", product.value())
                .setFirstResult(span.from())
                .setMaxResults(span.count())
                .getResultList()
                .stream()
                .map(ProductLedger::row)
                .toList();
        Object total = tx.session()
                .createNativeQuery(
                        "select count(*) from inventory_movement m left join order_line l on l.id = m.order_line_id"
                                + " left join sales_order o on o.id = l.order_id where m.product_id = :product"
                                + (kind == null ? "" : " and " + kind.sql()),
                        Object.class)
                .setParameter("product", product.value())
                .getSingleResult();
        return new Stretch<>(rows, ((Number) total).intValue());
    }

    private static Row row(@Nullable Object[] row) {
        return new Row(
                (Long) Objects.requireNonNull(row[0]),
                (Instant) Objects.requireNonNull(row[1]),
                Kind.of(MovementType.valueOf((String) Objects.requireNonNull(row[2])), "COUNTER".equals(row[11])),
                (Integer) Objects.requireNonNull(row[3]),
                (Long) Objects.requireNonNull(row[4]),
                (String) Objects.requireNonNull(row[5]),
                (String) Objects.requireNonNull(row[6]),
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (Long) row[10]);
    }

    /** What the units on hand add up from. */
    public Terms terms(Tx tx, ProductId product) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<Kind, Long> sums = new HashMap<>();
        int movements = 0;
        for (Object[] row : tx.session()
                .createNativeQuery("""
                        select m.type, coalesce(o.channel, ''), sum(m.quantity), count(*)
                        from inventory_movement m left join order_line l on l.id = m.order_line_id
                        left join sales_order o on o.id = l.order_id
                        where m.product_id = :product group by m.type, coalesce(o.channel, '')""", Object[].class)
                .setParameter("product", product.value())
                .getResultList()) {
            sums.merge(
                    Kind.of(MovementType.valueOf((String) row[0]), row[1].equals("COUNTER")),
                    ((Number) row[2]).longValue(),
                    Long::sum);
            movements += ((Number) row[3]).intValue();
        }
        return new Terms(sums, onHand(tx, product), movements);
    }

    private static int onHand(Tx tx, ProductId product) {
        return tx.session()
                .createNativeQuery("select stock_quantity from product where id = :product", Integer.class)
                .setParameter("product", product.value())
                .getSingleResult();
    }

    /** Stock on each of the last {@code days} days and now, walked back from what is there along the ledger. */
    public List<Level> levels(Tx tx, ProductId product, int days) {
        tx.actor().must(Permission.SEE_STOCK);
        LocalDate first = tx.today().minusDays(days);
        Map<LocalDate, Integer> moved = new HashMap<>();
        tx.session()
                .createNativeQuery(
                        "select m.at, m.quantity from inventory_movement m where m.product_id = :product and m.at >= :start",
                        Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("quantity", Integer.class)
                .setParameter("product", product.value())
                .setParameter("start", first.atStartOfDay(tx.zone()).toInstant())
                .getResultList()
                .forEach(row ->
                        moved.merge(LocalDate.ofInstant((Instant) row[0], tx.zone()), (Integer) row[1], Integer::sum));
        List<Level> levels = new ArrayList<>();
        int units = onHand(tx, product);
        for (LocalDate day = tx.today(); !day.isBefore(first); day = day.minusDays(1)) {
            levels.addFirst(new Level(day, units));
            units -= moved.getOrDefault(day, 0);
        }
        return levels;
    }
}
