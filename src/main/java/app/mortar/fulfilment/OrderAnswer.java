package app.mortar.fulfilment;

import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shortage;
import java.util.List;

/** What the order desk says. */
public sealed interface OrderAnswer {
    /** Placed now. */
    record Placed(OrderView order) implements OrderAnswer {}

    /** It stands like this: after the step, or because nothing was to do. */
    record Stands(OrderView order) implements OrderAnswer {}

    /** No such order, or somebody else's. */
    record UnknownOrder() implements OrderAnswer {}

    /** No such products; all of them are named. */
    record UnknownProducts(List<String> names) implements OrderAnswer {}

    /** No such hold, or somebody else's. */
    record UnknownHold() implements OrderAnswer {}

    /** The hold was given back or belongs to another order. */
    record HoldClosed(HoldStatus status) implements OrderAnswer {}

    /** The items are not the hold's. */
    record ItemsDiffer() implements OrderAnswer {}

    /** Stock cannot supply it; every short line is named. Nothing has left the shelf. */
    record NotEnough(List<Shortage> shortages) implements OrderAnswer {}

    /** No such step from where the order stands. */
    record IllegalStep(OrderStatus from, OrderStatus to) implements OrderAnswer {}
}
