package app.mortar.reservation;

import app.mortar.kernel.ProductId;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldStatus;
import app.mortar.store.Tx;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds and shows holds. What is found here is only where to look: decide on it again under locks. */
public final class Holds {
    private Holds() {}

    /** The hold of that token, if the actor may see it. */
    public static Optional<CartHold> find(Tx tx, String token) {
        return Optional.ofNullable(tx.session().get(CartHold.class, token))
                .filter(hold -> tx.actor().sees(hold.owner()));
    }

    /** The holds of these tokens, whoever's they are. */
    static Map<String, CartHold> named(Tx tx, Collection<String> tokens) {
        return tokens.isEmpty()
                ? Map.of()
                : tx
                        .session()
                        .createSelectionQuery("from CartHold h where h.token in :tokens", CartHold.class)
                        .setParameter("tokens", tokens)
                        .getResultList()
                        .stream()
                        .collect(Collectors.toMap(CartHold::token, Function.identity()));
    }

    /** The holds that these carts have now, live or lapsed, each by {@link CartHold#liveCart}. */
    static Map<String, CartHold> ofCarts(Tx tx, Collection<String> carts) {
        return carts.isEmpty()
                ? Map.of()
                : tx
                        .session()
                        .createSelectionQuery("from CartHold h where h.liveCart in :carts", CartHold.class)
                        .setParameter("carts", carts)
                        .getResultList()
                        .stream()
                        .collect(
                                Collectors.toMap(hold -> Objects.requireNonNull(hold.liveCart()), Function.identity()));
    }

    /** Has that cart got a hold by now which is not this one? A hold that lapsed may have been followed by a new one. */
    static boolean cartHasAnother(Tx tx, CartHold hold, String cartId) {
        String cart = CartHold.liveCart(hold.owner(), cartId);
        CartHold other = ofCarts(tx, List.of(cart)).get(cart);
        return other != null && !other.token().equals(hold.token());
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

    /** The products of the lines of several holds, by token. */
    static Map<String, List<ProductId>> productsOf(Tx tx, Collection<String> tokens) {
        Map<String, List<ProductId>> products = new HashMap<>();
        if (!tokens.isEmpty()) {
            tx.session()
                    .createNativeQuery(
                            "select token, product_id from stock_reservation where token in (:tokens)", Object[].class)
                    .setParameterList("tokens", tokens)
                    .getResultList()
                    .forEach(row -> products.computeIfAbsent((String) row[0], token -> new ArrayList<>())
                            .add(new ProductId(((Number) row[1]).longValue())));
        }
        return products;
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
