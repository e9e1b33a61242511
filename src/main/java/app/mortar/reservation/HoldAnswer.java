package app.mortar.reservation;

import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shortage;
import java.util.List;

/** What the desk says to a request for a hold. */
public sealed interface HoldAnswer {
    /** A new hold. */
    record Created(HoldView hold) implements HoldAnswer {}

    /** The hold that was there, with its timer started again. */
    record Refreshed(HoldView hold) implements HoldAnswer {}

    /** Nothing was taken; every short line is named. A live hold stays as it was. */
    record NotEnough(List<Shortage> shortages) implements HoldAnswer {}

    /** No such products; all of them are named. */
    record UnknownProducts(List<String> names) implements HoldAnswer {}

    /** No such hold, or somebody else's. */
    record UnknownHold() implements HoldAnswer {}

    /** The hold was given back, or an order has taken it over. */
    record Closed(HoldStatus status) implements HoldAnswer {}

    /** A limit of the pharmacy's settings. */
    record OverLimit(Limit limit, String message) implements HoldAnswer {}

    /** Which limit. */
    enum Limit {
        QUANTITY,
        LIFETIME,
        OPEN_HOLDS
    }
}
