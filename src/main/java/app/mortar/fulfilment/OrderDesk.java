package app.mortar.fulfilment;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.reservation.Tokens;
import app.mortar.store.Tx;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order desk: places orders and moves them through their states. Stock goes down once, at dispatch. */
public final class OrderDesk {
    private final Tokens tokens;

    public OrderDesk(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Places an order; a reference that was used before answers the order as it stands. */
    public OrderAnswer place(Tx tx, OrderRequest request) {
        tx.actor().must(Permission.ORDER);
        Optional<SalesOrder> before = Orders.byReference(tx, request.externalRef());
        if (before.isPresent()) {
            return new OrderAnswer.Stands(Orders.view(tx, before.get()));
        }
        return new Placing(tx, request, tokens).place();
    }

    /** Takes a step; to be told the state it has already changes nothing. */
    public OrderAnswer move(Tx tx, long id, OrderStatus next) {
        tx.actor().must(Permission.ORDER);
        Optional<SalesOrder> found = Orders.locked(tx, id);
        if (found.isEmpty()) {
            return new OrderAnswer.UnknownOrder();
        }
        SalesOrder order = found.get();
        if (order.status() == next) {
            return new OrderAnswer.Stands(Orders.view(tx, order));
        }
        if (!tx.actor().sees(order.owner()) && !order.status().isCarriedTo(next)) {
            // a picker's step would do; this one is the owner's to take
            tx.actor().must(Permission.ACT_FOR_OTHERS);
        }
        if (!order.status().mayBecome(next)) {
            return new OrderAnswer.IllegalStep(order.status(), next);
        }
        return new Moving(tx, order, tokens).to(next);
    }

    /** Shows an order to its owner. */
    public @Nullable OrderView show(Tx tx, long id) {
        tx.actor().must(Permission.ORDER);
        return Orders.find(tx, id).map(order -> Orders.view(tx, order)).orElse(null);
    }

    /** The actor's orders, newest first. */
    public Page<OrderView> list(Tx tx, @Nullable OrderStatus status, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.ORDER);
        return Orders.list(tx, status, limit, after);
    }
}
