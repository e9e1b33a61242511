package app.mortar.reservation;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The carts at checkout right now, for the people of the pharmacy: what is kept for whom, and for how long yet. */
public final class HoldBoard {
    private static final int MOST = 500;

    /** Units of one product. */
    public record Item(ProductId product, String name, int quantity) {}

    /**
     * A live hold.
     *
     * @param byShop whether a shop took it over the API, or else somebody at a counter
     * @param mine whether the actor may release it
     */
    public record Row(
            String token,
            @Nullable String cartId,
            @Nullable String orderRef,
            boolean byShop,
            boolean mine,
            Instant createdAt,
            Instant expiresAt,
            List<Item> items) {
        public Row {
            items = List.copyOf(items);
        }

        public int units() {
            return items.stream().mapToInt(Item::quantity).sum();
        }

        /** How it is called: by its cart, its order, or the beginning of its token. */
        public String title() {
            String cart = cartId;
            String order = orderRef;
            return cart != null ? cart : order != null ? order : token.substring(0, Math.min(8, token.length()));
        }
    }

    /** How many are live, and how many of these for less than five minutes. */
    public record Counts(int live, int ending) {}

    /** Live holds, the one that ends first at the top; no more than fit on any screen. */
    public List<Row> list(Tx tx) {
        tx.actor().must(Permission.RESERVE);
        Map<String, Row> rows = new LinkedHashMap<>();
        Map<String, List<Item>> items = new LinkedHashMap<>();
        var query = tx.session()
                .createNativeQuery("""
                        select h.token, h.cart_id, h.order_ref, h.owner, h.created_at, h.expires_at,
                          r.product_id, p.name, r.quantity
                        from (
                          select * from cart_hold c
                          where c.status = 'ACTIVE' and c.expires_at > :now and (:all = 1 or c.owner = :owner)
                          order by c.expires_at, c.token fetch first %d rows only) h
                        join stock_reservation r on r.token = h.token and r.status = 'ACTIVE'
                        join product p on p.id = r.product_id
                        order by h.expires_at, h.token, p.name, p.id""".formatted(MOST), Object[].class)
                .addScalar("token", String.class)
                .addScalar("cart_id", String.class)
                .addScalar("order_ref", String.class)
                .addScalar("owner", String.class)
                .addScalar("created_at", Instant.class)
                .addScalar("expires_at", Instant.class)
                .addScalar("product_id", Long.class)
                .addScalar("name", String.class)
                .addScalar("quantity", Integer.class)
                .setParameter("now", tx.now())
                .setParameter("all", seesAll(tx) ? 1 : 0)
                .setParameter("owner", tx.actor().owner());
        query.getResultList().forEach(row -> {
            String token = (String) Objects.requireNonNull(row[0]);
            rows.computeIfAbsent(token, key -> row(tx, row));
            items.computeIfAbsent(token, key -> new ArrayList<>())
                    .add(new Item(new ProductId((Long) row[6]), (String) row[7], (Integer) row[8]));
        });
        return rows.values().stream()
                .map(row -> new Row(
                        row.token(),
                        row.cartId(),
                        row.orderRef(),
                        row.byShop(),
                        row.mine(),
                        row.createdAt(),
                        row.expiresAt(),
                        items.getOrDefault(row.token(), List.of())))
                .toList();
    }

    private static Row row(Tx tx, @Nullable Object[] row) {
        String owner = (String) Objects.requireNonNull(row[3]);
        return new Row(
                (String) Objects.requireNonNull(row[0]),
                (String) row[1],
                (String) row[2],
                owner.startsWith("key:"),
                tx.actor().sees(owner),
                (Instant) Objects.requireNonNull(row[4]),
                (Instant) Objects.requireNonNull(row[5]),
                List.of());
    }

    /** Whoever picks must know what is kept for carts; to release it is another matter. */
    private static boolean seesAll(Tx tx) {
        return tx.actor().may(Permission.ACT_FOR_OTHERS) || tx.actor().may(Permission.PICK);
    }

    /** How many holds are live, whoever's they are. */
    public Counts counts(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        Object[] row = tx.session()
                .createNativeQuery("""
                        select count(*), count(case when expires_at < :soon then 1 end) from cart_hold
                        where status = 'ACTIVE' and expires_at > :now""", Object[].class)
                .setParameter("now", tx.now())
                .setParameter("soon", tx.now().plus(Duration.ofMinutes(5)))
                .getSingleResult();
        return new Counts(((Number) row[0]).intValue(), ((Number) row[1]).intValue());
    }
}
