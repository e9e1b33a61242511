package app.mortar.reservation;

import app.mortar.kernel.ProductId;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldStatus;
import app.mortar.store.RoundTrip;
import app.mortar.store.Tx;
import app.mortar.store.Values;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds and shows holds. What is found here is only where to look: decide on it again under locks. */
public final class Holds {
    private Holds() {}

    /** The hold of that token, if the actor may see it. */
    public static Optional<CartHold> find(Tx tx, String token) {
        return Optional.ofNullable(tx.session().get(CartHold.class, token))
                .filter(hold -> tx.actor().sees(hold.owner()));
    }

    /** A hold and the products of its lines. */
    record Found(CartHold hold, List<ProductId> products) {}

    /** The holds of these tokens, whoever's they are, by token. */
    static Supplier<Map<String, Found>> named(RoundTrip trip, Collection<String> tokens) {
        return found(trip, "h.token", tokens, CartHold::token);
    }

    /** The holds that these carts have now, live or lapsed, each by {@link CartHold#liveCart}. */
    static Supplier<Map<String, Found>> ofCarts(RoundTrip trip, Collection<String> carts) {
        return found(trip, "h.live_cart", carts, hold -> Objects.requireNonNull(hold.liveCart()));
    }

    private record Row(CartHold hold, @Nullable Long product) {}

    private static Supplier<Map<String, Found>> found(
            RoundTrip trip, String column, Collection<String> names, Function<CartHold, String> name) {
        if (names.isEmpty()) {
            return Map::of;
        }
        var rows = trip.ask(
                "select h.*, r.product_id from (select " + CartHold.COLUMNS + " from cart_hold h where " + column
                        + " = any(?)) h left join stock_reservation r on r.token = h.token",
                row -> new Row(CartHold.read(row), Values.numberOrNull(row, CartHold.READ + 1)),
                names);
        return () -> {
            Map<String, Found> found = new HashMap<>();
            rows.get().forEach(row -> {
                Found one = found.computeIfAbsent(
                        name.apply(row.hold()), unknown -> new Found(row.hold(), new ArrayList<>()));
                if (row.product() != null) {
                    one.products().add(new ProductId(row.product()));
                }
            });
            return found;
        };
    }

    /** Has that cart got a hold by now which is not this one? A hold that lapsed may have been followed by a new one. */
    static boolean cartHasAnother(Tx tx, CartHold hold, String cartId) {
        String cart = CartHold.liveCart(hold.owner(), cartId);
        Found other = ofCarts(tx.roundTrip(), List.of(cart)).get().get(cart);
        return other != null && !other.hold().token().equals(hold.token());
    }

    /** The newest hold that {@code owner} took with that order reference and that is not closed; live before lapsed. */
    public static Optional<CartHold> forOrderRef(Tx tx, String owner, String orderRef) {
        List<CartHold> candidates = tx.session()
                .createSelectionQuery("""
                        from CartHold h where h.orderRef = :ref and h.owner = :owner and h.orderId is null
                          and h.status in (ACTIVE, EXPIRED) order by h.createdAt desc""", CartHold.class)
                .setParameter("ref", orderRef)
                .setParameter("owner", owner)
                .getResultList();
        Instant now = tx.now();
        return candidates.stream()
                .filter(hold -> hold.isLiveAt(now))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    /** The products of a hold's lines. */
    public static List<ProductId> productsOf(Tx tx, String token) {
        return tx
                .session()
                .createNativeQuery("select product_id from stock_reservation where token = :token", Long.class)
                .setParameter("token", token)
                .getResultList()
                .stream()
                .map(ProductId::new)
                .toList();
    }

    /** A hold as it stands, read from the rows. */
    public static HoldView view(Tx tx, CartHold hold) {
        HoldStatus status = hold.statusAt(tx.now());
        Map<ProductId, HoldView.Item> items = new LinkedHashMap<>();
        tx.session()
                .createNativeQuery("""
                        select r.product_id, p.sku, r.quantity, b.batch_number, b.expiry_date, a.quantity as portion
                        from stock_reservation r
                        join product p on p.id = r.product_id
                        left join reservation_allocation a on a.reservation_id = r.id
                        left join inventory_batch b on b.id = a.batch_id
                        where r.token = :token
                        order by r.id, b.expiry_date nulls last, b.received_at, b.id""", Object[].class)
                .addScalar("product_id", Long.class)
                .addScalar("sku", String.class)
                .addScalar("quantity", Integer.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("portion", Integer.class)
                .setParameter("token", hold.token())
                .getResultList()
                .forEach(row -> add(items, row, status != HoldStatus.EXPIRED));
        return new HoldView(
                hold.token(),
                hold.cartId(),
                hold.orderRef(),
                status,
                hold.expiresAt(),
                tx.now(),
                hold.releasedReason(),
                List.copyOf(items.values()));
    }

    private static void add(Map<ProductId, HoldView.Item> items, @Nullable Object[] row, boolean withBatches) {
        ProductId product = new ProductId((Long) Objects.requireNonNull(row[0]));
        HoldView.Item item = items.computeIfAbsent(
                product,
                id -> new HoldView.Item(
                        id,
                        (String) Objects.requireNonNull(row[1]),
                        (Integer) Objects.requireNonNull(row[2]),
                        new ArrayList<>()));
        String number = (String) row[3];
        if (number != null && withBatches) {
            item.batches()
                    .add(new HoldView.Portion(number, (LocalDate) row[4], (Integer) Objects.requireNonNull(row[5])));
        }
    }
}
