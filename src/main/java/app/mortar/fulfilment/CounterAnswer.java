package app.mortar.fulfilment;

import app.mortar.reservation.HoldAnswer;
import app.mortar.reservation.HoldView;
import org.jspecify.annotations.Nullable;

/** What the counter's desk says. */
public sealed interface CounterAnswer {
    /** The units are held for this sale. */
    record Held(String number, HoldView hold) implements CounterAnswer {}

    /** A parked sale is taken up again. */
    record Resumed(
            String number,
            HoldView hold,
            String name,
            @Nullable String note) implements CounterAnswer {}

    /** The hold was refused; a live one stays as it was. */
    record NotHeld(HoldAnswer why) implements CounterAnswer {}

    /** Sold and handed over; to say it again answers the same. */
    record Sold(OrderView order) implements CounterAnswer {}

    /** The hold has run out or was given back: nothing was sold. */
    record Lapsed() implements CounterAnswer {}

    /** Other batches than those on screen are held by now: nothing was sold, look at the packs again. */
    record PlanChanged(HoldView hold) implements CounterAnswer {}

    /** The order desk refused; nothing was sold. */
    record NotSold(OrderAnswer why) implements CounterAnswer {}

    /** No such hold, or not one of the counter's. */
    record UnknownSale() implements CounterAnswer {}
}
