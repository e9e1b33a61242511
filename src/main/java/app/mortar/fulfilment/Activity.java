package app.mortar.fulfilment;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately, for the dashboard: one entry for each order, note or act, however many rows it wrote. Read
 * from the ledger, the steps of orders, the events of batches and the carts that ended.
 */
public final class Activity {
    private static final int ROWS = 500;

    /** What happened. */
    public enum Kind {
        RECEIVED(true),
        DISPATCHED(true),
        SOLD(true),
        RETURNED(true),
        WRITTEN_OFF(true),
        CORRECTED(true),
        TO_SUPPLIER(true),
        CONFIRMED(false),
        PICKING(false),
        PACKED(false),
        CANCELLED(false),
        HOLD_EXPIRED(false),
        HOLD_RELEASED(false),
        SET_ASIDE(false),
        GIVEN_FREE(false),
        RECALLED(false);

        private final boolean movesStock;

        Kind(boolean movesStock) {
            this.movesStock = movesStock;
        }

        /** Did units come or go? Such an entry bears the badge "Stock updated". */
        public boolean movesStock() {
            return movesStock;
        }
    }

    /**
     * One entry.
     *
     * @param about the order, note, cart or batch as people call it; where there is none, the product
     * @param units that moved, never negative; 0 where none did
     * @param by who did it; empty for a cart that just ran out
     * @param why the reason that was given
     * @param order the order it belongs to
     * @param product the product, where it is about a single one
     */
    public record Entry(
            Instant at,
            Kind kind,
            String about,
            int units,
            String by,
            @Nullable String why,
            @Nullable Long order,
            @Nullable ProductId product) {}

    /** The latest entries, the newest first. */
    public List<Entry> latest(Tx tx, int limit) {
        tx.actor().must(Permission.SEE_STOCK);
        List<Entry> all = new ArrayList<>(movements(tx));
        all.addAll(steps(tx, limit));
        all.addAll(carts(tx, limit));
        all.addAll(batches(tx, limit));
        return all.stream()
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(limit)
                .toList();
    }

    /** The rows of one document were written at one moment. */
    private static List<Entry> movements(Tx tx) {
        List<Object[]> groups = tx.session()
                .createNativeQuery("""
                        select m.at, m.type, m.actor, coalesce(o.external_ref, m.reference) as about,
                          o.id as order_id, max(o.channel) as channel, sum(m.quantity) as units, min(p.name) as name,
                          min(p.id) as product_id, max(p.id) as other_id, min(m.reason) as reason, count(*) as rows_read
                        from (
                          select * from inventory_movement n order by n.at desc, n.id desc fetch first %d rows only) m
                        join product p on p.id = m.product_id
                        left join order_line l on l.id = m.order_line_id
                        left join sales_order o on o.id = l.order_id
                        group by m.at, m.type, m.actor, coalesce(o.external_ref, m.reference), o.id
                        order by m.at desc""".formatted(ROWS), Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("type", String.class)
                .addScalar("actor", String.class)
                .addScalar("about", String.class)
                .addScalar("order_id", Long.class)
                .addScalar("channel", String.class)
                .addScalar("units", Integer.class)
                .addScalar("name", String.class)
                .addScalar("product_id", Long.class)
                .addScalar("other_id", Long.class)
                .addScalar("reason", String.class)
                .addScalar("rows_read", Integer.class)
                .getResultList();
        int read = groups.stream()
                .mapToInt(row -> (Integer) Objects.requireNonNull(row[11]))
                .sum();
        // of the last group there may be more than was read
        int whole = read == ROWS && groups.size() > 1 ? groups.size() - 1 : groups.size();
        return groups.subList(0, whole).stream().map(Activity::movement).toList();
    }

    private static Entry movement(@Nullable Object[] row) {
        Kind kind =
                switch ((String) Objects.requireNonNull(row[1])) {
                    case "IN" -> Kind.RECEIVED;
                    case "OUT" -> "COUNTER".equals(row[5]) ? Kind.SOLD : Kind.DISPATCHED;
                    case "RETURN" -> Kind.RETURNED;
                    case "WASTE" -> Kind.WRITTEN_OFF;
                    case "ADJUSTMENT" -> Kind.CORRECTED;
                    default -> Kind.TO_SUPPLIER;
                };
        String about = (String) row[3];
        boolean oneProduct = Objects.equals(row[8], row[9]);
        String name = (String) Objects.requireNonNull(row[7]);
        return new Entry(
                (Instant) Objects.requireNonNull(row[0]),
                kind,
                about == null || kind == Kind.WRITTEN_OFF ? name : about,
                Math.abs((Integer) Objects.requireNonNull(row[6])),
                (String) Objects.requireNonNull(row[2]),
                (String) row[10],
                (Long) row[4],
                oneProduct ? new ProductId((Long) Objects.requireNonNull(row[8])) : null);
    }

    /** Steps that move no stock; those that do are in the ledger. */
    private static List<Entry> steps(Tx tx, int limit) {
        return tx
                .session()
                .createNativeQuery("""
                        select s.at, s.status, s.actor, o.external_ref, o.id
                        from order_step s join sales_order o on o.id = s.order_id
                        where s.status in ('CONFIRMED', 'PICKING', 'PACKED', 'CANCELLED')
                        order by s.at desc, s.id desc""", Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("status", String.class)
                .addScalar("actor", String.class)
                .addScalar("external_ref", String.class)
                .addScalar("id", Long.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Entry(
                        (Instant) row[0],
                        Kind.valueOf((String) row[1]),
                        (String) row[3],
                        0,
                        (String) row[2],
                        null,
                        (Long) row[4],
                        null))
                .toList();
    }

    private static List<Entry> carts(Tx tx, int limit) {
        return tx
                .session()
                .createNativeQuery("""
                        select h.closed_at, h.status, coalesce(h.cart_id, h.order_ref, substring(h.token from 1 for 8)) as about,
                          h.released_reason
                        from cart_hold h
                        where h.closed_at is not null and h.status in ('EXPIRED', 'RELEASED')
                        order by h.closed_at desc""", Object[].class)
                .addScalar("closed_at", Instant.class)
                .addScalar("status", String.class)
                .addScalar("about", String.class)
                .addScalar("released_reason", String.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Entry(
                        (Instant) row[0],
                        row[1].equals("EXPIRED") ? Kind.HOLD_EXPIRED : Kind.HOLD_RELEASED,
                        (String) row[2],
                        0,
                        "",
                        (@Nullable String) row[3],
                        null,
                        null))
                .toList();
    }

    private static List<Entry> batches(Tx tx, int limit) {
        return tx
                .session()
                .createNativeQuery("""
                        select e.at, e.kind, p.name, b.batch_number, e.quantity, e.actor, e.note, p.id
                        from batch_event e join inventory_batch b on b.id = e.batch_id
                        join product p on p.id = b.product_id
                        order by e.at desc, e.id desc""", Object[].class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("name", String.class)
                .addScalar("batch_number", String.class)
                .addScalar("quantity", Integer.class)
                .addScalar("actor", String.class)
                .addScalar("note", String.class)
                .addScalar("id", Long.class)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new Entry(
                        (Instant) row[0],
                        switch ((String) row[1]) {
                            case "HOLD" -> Kind.SET_ASIDE;
                            case "RELEASE" -> Kind.GIVEN_FREE;
                            default -> Kind.RECALLED;
                        },
                        row[2] + " " + row[3],
                        (Integer) row[4],
                        (String) row[5],
                        (@Nullable String) row[6],
                        null,
                        new ProductId((Long) row[7])))
                .toList();
    }
}
