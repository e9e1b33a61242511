package app.mortar.fulfilment;

import app.mortar.kernel.ProductId;
import app.mortar.reservation.Holds;
import app.mortar.reservation.Tokens;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.OversellIncident;
import app.mortar.stock.Shelves;
import app.mortar.stock.Shortage;
import app.mortar.stock.Supply;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One lawful step of a locked order. All that a step does to stock, holds and ledger happens in one transaction. */
final class Moving {
    private final Tx tx;
    private final SalesOrder order;
    private final Tokens tokens;
    private final List<OrderLine> lines;

    Moving(Tx tx, SalesOrder order, Tokens tokens) {
        this.tx = tx;
        this.order = order;
        this.tokens = tokens;
        this.lines = Orders.linesOf(tx, order);
    }

    OrderAnswer to(OrderStatus next) {
        String token = holdToken();
        List<ProductId> products =
                new ArrayList<>(lines.stream().map(OrderLine::product).toList());
        if (token != null) {
            products.addAll(Holds.productsOf(tx, token));
        }
        List<Shortage> shortages = Shelves.change(tx, products, shelves -> {
            CartHold hold =
                    Optional.ofNullable(token).flatMap(shelves.promises()::hold).orElse(null);
            return switch (next) {
                case CANCELLED -> cancel(shelves, hold);
                case RETURNED -> takeBack(shelves);
                default -> order.status().hasLeft() ? List.of() : forward(shelves, hold, next);
            };
        });
        if (!shortages.isEmpty()) {
            if (order.status() != OrderStatus.PENDING && next.hasLeft()) {
                OversellIncident.dispatchRefused(tx, order.id(), order.token(), shortages);
            }
            return new OrderAnswer.NotEnough(shortages);
        }
        order.become(next, tx.now());
        tx.session().update(order);
        OrderStep.note(tx, order);
        return new OrderAnswer.Stands(Orders.view(tx, order));
    }

    /** The hold the order uses; a pending order without a live one may find one taken with its reference since. */
    private @Nullable String holdToken() {
        String used = order.token();
        if (order.status() != OrderStatus.PENDING) {
            return used;
        }
        boolean live = used != null
                && Holds.find(tx, used).filter(hold -> hold.isLiveAt(tx.now())).isPresent();
        return live
                ? used
                : Holds.forOrderRef(tx, order.owner(), order.externalRef())
                        .filter(hold -> hold.isLiveAt(tx.now()))
                        .map(CartHold::token)
                        .orElse(used);
    }

    private List<Shortage> forward(Shelves shelves, @Nullable CartHold hold, OrderStatus next) {
        Commitment commitment = new Commitment(shelves, tokens);
        if (order.status() == OrderStatus.PENDING) {
            Map<ProductId, Long> wanted = new TreeMap<>();
            lines.forEach(line -> wanted.put(line.product(), (long) line.quantity()));
            switch (commitment.decide(wanted, hold)) {
                case Supply.TooLittle no -> {
                    return no.shortages();
                }
                case Supply.Full full -> commitment.commit(order, wanted, hold, full);
            }
        }
        CartHold committed = shelves.promises()
                .hold(java.util.Objects.requireNonNull(order.token()))
                .orElseThrow();
        List<Shortage> stillShort = commitment.topUp(committed, lines);
        if (!next.hasLeft()) {
            return List.of();
        }
        return stillShort.isEmpty() ? dispatch(shelves, commitment, committed) : stillShort;
    }

    private List<Shortage> dispatch(Shelves shelves, Commitment commitment, CartHold hold) {
        for (OrderLine line : lines) {
            shelves.fulfil(commitment.keptFor(hold, line).orElseThrow(), line.id(), order.externalRef());
        }
        hold.fulfil(shelves.now());
        shelves.promises().changed(hold);
        for (String token : Orders.otherHolds(tx, order, shelves.now())) {
            shelves.promises().hold(token).ifPresent(other -> {
                other.release(shelves.now(), "Order " + order.externalRef() + " was dispatched.");
                shelves.promises().letGo(other, HoldStatus.RELEASED);
            });
        }
        order.stockUpdated(shelves.now());
        return List.of();
    }

    private List<Shortage> cancel(Shelves shelves, @Nullable CartHold hold) {
        if (hold != null && hold.status().isOpen()) {
            if (hold.statusAt(shelves.now()) == HoldStatus.EXPIRED) {
                hold.expire(shelves.now());
                shelves.promises().letGo(hold, HoldStatus.EXPIRED);
            } else {
                hold.release(shelves.now(), "Order " + order.externalRef() + " was cancelled.");
                shelves.promises().letGo(hold, HoldStatus.RELEASED);
            }
        }
        return List.of();
    }

    private List<Shortage> takeBack(Shelves shelves) {
        shelves.takeBack(lines.stream().map(OrderLine::id).toList());
        return List.of();
    }
}
