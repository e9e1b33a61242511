package app.mortar.fulfilment;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.Holds;
import app.mortar.reservation.Tokens;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldLine;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.ProductNames;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Shelves;
import app.mortar.stock.Supply;
import app.mortar.stock.Wanted;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One order being placed: from a hold, or from its items alone. */
final class Placing {
    private final Tx tx;
    private final OrderRequest request;
    private final Tokens tokens;

    Placing(Tx tx, OrderRequest request, Tokens tokens) {
        this.tx = tx;
        this.request = request;
        this.tokens = tokens;
    }

    OrderAnswer place() {
        List<ProductRef> refs = request.items().stream().map(Wanted::product).toList();
        ProductNames names = ProductNames.of(tx, refs);
        List<String> unknown = names.unknown(refs);
        if (!unknown.isEmpty()) {
            return new OrderAnswer.UnknownProducts(unknown);
        }
        Optional<CartHold> found = holdToTakeOver();
        if (found.isEmpty() && request.reservationId() != null) {
            return new OrderAnswer.UnknownHold();
        }
        Map<ProductId, Long> items = new TreeMap<>();
        request.items().forEach(item -> items.merge(names.id(item.product()), (long) item.quantity(), Long::sum));
        List<ProductId> products = new ArrayList<>(items.keySet());
        found.ifPresent(hold -> products.addAll(Holds.productsOf(tx, hold.token())));
        Outcome outcome = Shelves.change(tx, products, shelves -> decide(shelves, items, found));
        return switch (outcome) {
            case Outcome.Refused refused -> refused.answer();
            case Outcome.Made made -> {
                tx.session().update(made.order());
                OrderStep.note(tx, made.order());
                yield new OrderAnswer.Placed(Orders.view(tx, made.order()));
            }
        };
    }

    private sealed interface Outcome {
        record Made(SalesOrder order) implements Outcome {}

        record Refused(OrderAnswer answer) implements Outcome {}
    }

    /** The hold that is named, or the newest one that was taken with this order's reference. */
    private Optional<CartHold> holdToTakeOver() {
        String named = request.reservationId();
        return named != null
                ? Holds.find(tx, named)
                : Holds.forOrderRef(tx, tx.actor().owner(), request.externalRef());
    }

    private Outcome decide(Shelves shelves, Map<ProductId, Long> items, Optional<CartHold> found) {
        CartHold hold =
                found.flatMap(known -> shelves.promises().hold(known.token())).orElse(null);
        if (hold != null && !mayBeTaken(hold, shelves)) {
            if (request.reservationId() != null) {
                return new Outcome.Refused(new OrderAnswer.HoldClosed(hold.statusAt(shelves.now())));
            }
            hold = null;
        }
        if (hold != null && request.reservationId() == null && !items.isEmpty() && !hold.isLiveAt(shelves.now())) {
            hold = null; // ran out, and was not named: the items stand for themselves
        }
        if (hold == null && items.isEmpty()) {
            throw new InvalidInput("items", "is needed: there is no hold to take them from");
        }
        Map<ProductId, Long> wanted = items;
        if (hold != null) {
            Map<ProductId, Long> held = linesOf(shelves, hold);
            if (!items.isEmpty() && !items.equals(held)) {
                return new Outcome.Refused(new OrderAnswer.ItemsDiffer());
            }
            wanted = held;
        }
        return request.confirm() ? confirmed(shelves, wanted, hold) : pending(shelves, wanted, hold);
    }

    private static boolean mayBeTaken(CartHold hold, Shelves shelves) {
        HoldStatus status = hold.statusAt(shelves.now());
        return hold.orderId() == null && (status == HoldStatus.ACTIVE || status == HoldStatus.EXPIRED);
    }

    private static Map<ProductId, Long> linesOf(Shelves shelves, CartHold hold) {
        Map<ProductId, Long> lines = new TreeMap<>();
        for (HoldLine line : shelves.promises().linesOf(hold)) {
            lines.put(line.product(), (long) line.quantity());
        }
        return lines;
    }

    private Outcome pending(Shelves shelves, Map<ProductId, Long> wanted, @Nullable CartHold hold) {
        SalesOrder order = insert(shelves, wanted);
        if (hold != null) {
            hold.belongsTo(order.id());
            shelves.promises().changed(hold);
            order.uses(hold.token());
        }
        return new Outcome.Made(order);
    }

    private Outcome confirmed(Shelves shelves, Map<ProductId, Long> wanted, @Nullable CartHold hold) {
        Commitment commitment = new Commitment(shelves, tokens);
        return switch (commitment.decide(wanted, hold)) {
            case Supply.TooLittle no -> new Outcome.Refused(new OrderAnswer.NotEnough(no.shortages()));
            case Supply.Full full -> {
                SalesOrder order = insert(shelves, wanted);
                commitment.commit(order, wanted, hold, full);
                order.become(OrderStatus.CONFIRMED, shelves.now());
                yield new Outcome.Made(order);
            }
        };
    }

    private SalesOrder insert(Shelves shelves, Map<ProductId, Long> wanted) {
        SalesOrder order = SalesOrder.placed(request, tx.actor().owner(), shelves.now());
        List<Integer> quantities =
                wanted.values().stream().map(Placing::countable).toList();
        tx.session().insert(order);
        List<OrderLine> lines = new ArrayList<>();
        for (ProductId product : wanted.keySet()) {
            lines.add(OrderLine.of(order, lines.size() + 1, product, quantities.get(lines.size())));
        }
        tx.session().insertMultiple(lines);
        return order;
    }

    private static int countable(long units) {
        if (units > Integer.MAX_VALUE) {
            throw new InvalidInput("items", "ask for more than " + Integer.MAX_VALUE + " units of one product");
        }
        return (int) units;
    }
}
