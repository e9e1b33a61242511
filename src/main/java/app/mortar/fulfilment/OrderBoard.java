package app.mortar.fulfilment;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.kernel.SearchWords;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** The orders of all channels as staff see them: a list, counts, and one order with all that happened to it. */
public final class OrderBoard {
    /**
     * An order in the list.
     *
     * @param lines how many products
     * @param promisedAt when it was promised for
     * @param stockUpdatedAt when its units left the shelf; null while they have not
     */
    public record Row(
            long id,
            String externalRef,
            Channel channel,
            OrderStatus status,
            int lines,
            int units,
            @Nullable Instant promisedAt,
            @Nullable Instant stockUpdatedAt,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * Which orders to list.
     *
     * @param words to be found in the reference
     * @param statuses only these; empty for all
     * @param channel only this one; null for all
     */
    public record Filter(
            @Nullable String words,
            Set<OrderStatus> statuses,
            @Nullable Channel channel) {
        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }

    /** By what they are sorted; what is unknown comes last. */
    public enum Sort {
        REFERENCE("o.external_ref"),
        CHANNEL("o.channel"),
        STATUS("o.status"),
        PROMISED("o.promised_at"),
        CREATED("o.created_at"),
        UPDATED("o.updated_at");

        private final String column;

        Sort(String column) {
            this.column = column;
        }
    }

    /**
     * How the day stands.
     *
     * @param toPick confirmed and not yet packed
     * @param nextDue the earliest promise among these; null when none has one
     * @param dispatched orders whose units left the shelf today, and so many {@code units}
     */
    public record Counts(int toPick, @Nullable Instant nextDue, int dispatched, int units) {}

    /** A status that an order came to. */
    public record Step(OrderStatus status, Instant at, String by) {}

    /**
     * One order.
     *
     * @param names of its products
     * @param steps the latest last
     * @param mine whether the actor may take every lawful step with it, not only carry it to the door
     */
    public record Detail(OrderView order, Map<ProductId, String> names, List<Step> steps, boolean mine) {
        /** The steps that the actor may take now. */
        public List<OrderStatus> next() {
            return Stream.of(OrderStatus.values())
                    .filter(order.status()::mayBecome)
                    .filter(step -> mine || order.status().isCarriedTo(step))
                    .toList();
        }
    }

    /** The orders of a filter. */
    public Stretch<Row> list(Tx tx, Filter filter, Sort sort, boolean descending, Span span) {
        tx.actor().must(Permission.ORDER);
        String where = where(tx, filter);
        NativeQuery<Object> count =
                tx.session().createNativeQuery("select count(*) from sales_order o where " + where, Object.class);
        set(count, tx, filter);
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery("""
                        select o.id, o.external_ref, o.channel, o.status,
                          (select count(*) from order_line l where l.order_id = o.id) as lines,
                          (select coalesce(sum(l.quantity), 0) from order_line l where l.order_id = o.id) as units,
                          o.promised_at, o.stock_updated_at, o.created_at, o.updated_at
                        from sales_order o where %s order by %s %s nulls last, o.created_at desc, o.id desc""".formatted(where, sort.column, descending ? "desc" : "asc"), Object[].class)
                .addScalar("id", Long.class)
                .addScalar("external_ref", String.class)
                .addScalar("channel", String.class)
                .addScalar("status", String.class)
                .addScalar("lines", Integer.class)
                .addScalar("units", Integer.class)
                .addScalar("promised_at", Instant.class)
                .addScalar("stock_updated_at", Instant.class)
                .addScalar("created_at", Instant.class)
                .addScalar("updated_at", Instant.class);
        set(query, tx, filter);
        List<Row> rows = query.setFirstResult(span.from()).setMaxResults(span.count()).getResultList().stream()
                .map(OrderBoard::row)
                .toList();
        return new Stretch<>(rows, ((Number) count.getSingleResult()).intValue());
    }

    private static Row row(@Nullable Object[] row) {
        return new Row(
                (Long) Objects.requireNonNull(row[0]),
                (String) Objects.requireNonNull(row[1]),
                Channel.valueOf((String) Objects.requireNonNull(row[2])),
                OrderStatus.valueOf((String) Objects.requireNonNull(row[3])),
                (Integer) Objects.requireNonNull(row[4]),
                (Integer) Objects.requireNonNull(row[5]),
                (Instant) row[6],
                (Instant) row[7],
                (Instant) Objects.requireNonNull(row[8]),
                (Instant) Objects.requireNonNull(row[9]));
    }

    private static String where(Tx tx, Filter filter) {
        return SearchWords.of(filter.words()).sql("lower(o.external_ref)")
                + (seesAll(tx) ? "" : " and o.owner = :owner")
                + (filter.statuses().isEmpty() ? "" : " and o.status in (:statuses)")
                + (filter.channel() == null ? "" : " and o.channel = :channel");
    }

    private static void set(NativeQuery<?> query, Tx tx, Filter filter) {
        List<String> patterns = SearchWords.of(filter.words()).patterns();
        for (int i = 0; i < patterns.size(); i++) {
            query.setParameter("word" + i, patterns.get(i));
        }
        if (!seesAll(tx)) {
            query.setParameter("owner", tx.actor().owner());
        }
        if (!filter.statuses().isEmpty()) {
            query.setParameterList(
                    "statuses",
                    filter.statuses().stream().map(OrderStatus::name).toList());
        }
        Channel channel = filter.channel();
        if (channel != null) {
            query.setParameter("channel", channel.name());
        }
    }

    /** Whoever picks does it for all who sell, so they see the orders of all. */
    private static boolean seesAll(Tx tx) {
        return tx.actor().may(Permission.ACT_FOR_OTHERS) || tx.actor().may(Permission.PICK);
    }

    /** How the day stands, for all channels. */
    public Counts counts(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        @Nullable
        Object[] open = tx.session()
                .createNativeQuery("""
                        select count(*) as orders, min(promised_at) as due from sales_order
                        where status in ('CONFIRMED', 'PICKING')""", Object[].class)
                .addScalar("orders", Integer.class)
                .addScalar("due", Instant.class)
                .getSingleResult();
        Object[] gone = tx.session()
                .createNativeQuery("""
                        select count(distinct o.id), coalesce(sum(l.quantity), 0)
                        from sales_order o join order_line l on l.order_id = o.id
                        where o.stock_updated_at >= :start""", Object[].class)
                .setParameter("start", tx.today().atStartOfDay(tx.zone()).toInstant())
                .getSingleResult();
        return new Counts(
                (Integer) Objects.requireNonNull(open[0]),
                (Instant) open[1],
                ((Number) gone[0]).intValue(),
                ((Number) gone[1]).intValue());
    }

    /** One order with all that happened to it; null when there is none that the actor may see. */
    public @Nullable Detail detail(Tx tx, long id) {
        tx.actor().must(Permission.ORDER);
        SalesOrder order = tx.session().get(SalesOrder.class, id);
        if (order == null || !tx.actor().picksFor(order.owner())) {
            return null;
        }
        Map<ProductId, String> names = new HashMap<>();
        tx.session()
                .createNativeQuery(
                        "select p.id, p.name from order_line l join product p on p.id = l.product_id where l.order_id = :order",
                        Object[].class)
                .setParameter("order", id)
                .getResultList()
                .forEach(row -> names.put(new ProductId(((Number) row[0]).longValue()), (String) row[1]));
        List<Step> steps = tx
                .session()
                .createSelectionQuery("from OrderStep s where s.orderId = :order order by s.at, s.id", OrderStep.class)
                .setParameter("order", id)
                .getResultList()
                .stream()
                .map(step -> new Step(step.status(), step.at(), step.actor()))
                .toList();
        return new Detail(Orders.view(tx, order), names, steps, tx.actor().sees(order.owner()));
    }
}
