package app.mortar.fulfilment;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldRequest;
import app.mortar.reservation.HoldView;
import app.mortar.reservation.Holds;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.CartHold;
import app.mortar.stock.Shelves;
import app.mortar.stock.Wanted;
import app.mortar.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The desk of the counter: holds the units of a sale while the customer pays, parks sales for those who telephone, and
 * hands over. A sale's hold is lapsed at its last second exactly, here as for the shop.
 */
public final class CounterDesk {
    private static final int LONGEST_NAME = 100;
    private static final int MOST_PARKED = 100;

    private final ReservationDesk reservations;
    private final OrderDesk orders;

    public CounterDesk(ReservationDesk reservations, OrderDesk orders) {
        this.reservations = reservations;
        this.orders = orders;
    }

    /** A sale whose units are held: its number and its hold. */
    public record Sale(String number, String token) {}

    /**
     * The customer proceeds to checkout: the units are held, for fifteen minutes from now.
     *
     * @param sale whose hold is taken again or changed; null for a new sale, which gets a number
     */
    public CounterAnswer checkout(Tx tx, @Nullable Sale sale, List<Wanted> items) {
        String number = sale == null ? nextNumber(tx) : sale.number();
        HoldRequest request = sale == null
                ? new HoldRequest(number, null, number, items)
                : new HoldRequest(null, sale.token(), null, items);
        return held(number, reservations.reserve(tx, request));
    }

    private static CounterAnswer held(String number, HoldAnswer answer) {
        return switch (answer) {
            case HoldAnswer.Created created -> new CounterAnswer.Held(number, created.hold());
            case HoldAnswer.Refreshed refreshed -> new CounterAnswer.Held(number, refreshed.hold());
            case HoldAnswer no -> new CounterAnswer.NotHeld(no);
        };
    }

    /** Numbers may be left out, but none is given twice. */
    private static String nextNumber(Tx tx) {
        return "C-"
                + tx.session()
                        .createNativeQuery("select nextval('counter_sale_seq')", Long.class)
                        .getSingleResult();
    }

    /** Fifteen minutes more; a hold that has run out is taken again if everything is still there. */
    public CounterAnswer keep(Tx tx, Sale sale) {
        return held(sale.number(), reservations.reserve(tx, new HoldRequest(null, sale.token(), null, List.of())));
    }

    /** Gives the units back; a parked sale is forgotten. */
    public void release(Tx tx, String token) {
        ReservationDesk.Release released = reservations.release(tx, token);
        if (!(released instanceof ReservationDesk.Release.UnknownHold)) {
            forget(tx, token);
        }
    }

    private static void forget(Tx tx, String token) {
        tx.session()
                .createMutationQuery("delete from ParkedSale p where p.token = :token")
                .setParameter("token", token)
                .executeUpdate();
    }

    /** Puts a held sale aside under a name; the timer runs on. */
    public CounterAnswer park(Tx tx, Sale sale, String name, @Nullable String note) {
        tx.actor().must(Permission.RESERVE);
        String said = name.strip();
        if (said.isEmpty() || said.length() > LONGEST_NAME) {
            throw new InvalidInput("name", "is needed, in up to " + LONGEST_NAME + " characters");
        }
        Optional<CartHold> hold = Holds.find(tx, sale.token());
        if (hold.isEmpty()) {
            return new CounterAnswer.UnknownSale();
        }
        forget(tx, sale.token());
        tx.session().insert(ParkedSale.parked(tx, sale.token(), said, note));
        return new CounterAnswer.Held(sale.number(), Holds.view(tx, hold.get()));
    }

    /**
     * A parked sale in the list beside the cart.
     *
     * @param length how long its hold was given for
     */
    public record Parked(
            Sale sale,
            String name,
            @Nullable String note,
            long units,
            Duration length,
            Instant expiresAt,
            boolean live) {}

    /** The list at {@code serverTime}: sales that still wait, the most urgent first; then those that ran out. */
    public record ParkedList(Instant serverTime, List<Parked> sales) {}

    /** Parked sales of the whole counter, whoever parked them. */
    public ParkedList parked(Tx tx) {
        tx.actor().must(Permission.RESERVE);
        Instant now = tx.now();
        List<Parked> sales = tx
                .session()
                .createSelectionQuery("""
                        select p, h, (select coalesce(sum(l.quantity), 0) from HoldLine l where l.token = h.token)
                        from ParkedSale p join CartHold h on h.token = p.token
                        where h.status in (ACTIVE, EXPIRED, RELEASED)
                        order by case when h.status = ACTIVE and h.expiresAt > :now then 0 else 1 end, h.expiresAt""", Object[].class)
                .setParameter("now", now)
                .setMaxResults(MOST_PARKED)
                .getResultList()
                .stream()
                .map(row -> parked((ParkedSale) row[0], (CartHold) row[1], ((Number) row[2]).longValue(), now))
                .toList();
        return new ParkedList(now, sales);
    }

    private Parked parked(ParkedSale sale, CartHold hold, long units, Instant now) {
        return new Parked(
                new Sale(numberOf(hold), hold.token()),
                sale.name(),
                sale.note(),
                units,
                reservations.length(hold.createdAt(), hold.expiresAt()),
                hold.expiresAt(),
                hold.isLiveAt(now));
    }

    private static String numberOf(CartHold hold) {
        return Objects.requireNonNullElse(hold.orderRef(), hold.token());
    }

    /** Takes a parked sale up again, live or not; it leaves the list. */
    public CounterAnswer resume(Tx tx, String token) {
        tx.actor().must(Permission.RESERVE);
        ParkedSale parked = tx.session().get(ParkedSale.class, token);
        Optional<CartHold> hold = Holds.find(tx, token);
        if (parked == null || hold.isEmpty()) {
            return new CounterAnswer.UnknownSale();
        }
        forget(tx, token);
        return new CounterAnswer.Resumed(
                numberOf(hold.get()), Holds.view(tx, hold.get()), parked.name(), parked.note());
    }

    /**
     * Hands over what is held: the order is placed and delivered in one transaction, or nothing happens.
     *
     * @param seen the hold as the screen shows it: these packs are in the bag
     */
    public CounterAnswer handOver(Tx tx, Sale sale, HoldView seen, Customer customer) {
        tx.actor().must(Permission.ORDER);
        if (Holds.find(tx, sale.token()).isEmpty()) {
            return new CounterAnswer.UnknownSale();
        }
        boolean live = Shelves.change(tx, Holds.productsOf(tx, sale.token()), shelves -> shelves.promises()
                .hold(sale.token())
                .filter(hold -> hold.isLiveAt(shelves.now()))
                .isPresent());
        if (!live) {
            return Orders.byReference(tx, sale.number())
                    .filter(order -> order.status().hasLeft())
                    .<CounterAnswer>map(order -> new CounterAnswer.Sold(Orders.view(tx, order)))
                    .orElseGet(CounterAnswer.Lapsed::new);
        }
        HoldView held = Holds.view(tx, Holds.find(tx, sale.token()).orElseThrow());
        if (!plan(held).equals(plan(seen))) {
            return new CounterAnswer.PlanChanged(held);
        }
        OrderAnswer placed = orders.place(
                tx,
                new OrderRequest(sale.number(), Channel.COUNTER, sale.token(), List.of(), true, customer.json(), null));
        return switch (placed) {
            case OrderAnswer.Placed order -> deliver(tx, sale, order.order());
            case OrderAnswer no -> new CounterAnswer.NotSold(no);
        };
    }

    private static Map<ProductId, Set<HoldView.Portion>> plan(HoldView hold) {
        return hold.items().stream()
                .collect(Collectors.toMap(HoldView.Item::product, item -> Set.copyOf(item.batches())));
    }

    private CounterAnswer deliver(Tx tx, Sale sale, OrderView order) {
        OrderAnswer delivered = orders.move(tx, order.id(), OrderStatus.DELIVERED);
        if (delivered instanceof OrderAnswer.Stands stands) {
            forget(tx, sale.token());
            return new CounterAnswer.Sold(stands.order());
        }
        // its units are committed under locks that this transaction has: thrown, so that no order is left half done
        throw new IllegalStateException("Sale " + sale.number() + " was placed but not delivered: " + delivered);
    }
}
