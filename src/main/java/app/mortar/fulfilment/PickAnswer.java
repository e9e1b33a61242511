package app.mortar.fulfilment;

import app.mortar.kernel.BatchId;
import app.mortar.stock.Shortage;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the picking desk says. */
public sealed interface PickAnswer {
    /** The order stands like this: after the act, or because nothing was to do. */
    record Stands(PickList list) implements PickAnswer {}

    /** The pack is right and is noted. */
    record Verified(PickList list, PickList.Line line) implements PickAnswer {}

    /** Not noted, for a reason that the list itself shows. */
    record Doubt(PickList list, PickList.Verdict verdict) implements PickAnswer {}

    /** The product is right, but another batch of it must be taken, or none: {@code taken} says why. */
    record WrongBatch(PickList list, PickList.Line line, Taken taken) implements PickAnswer {}

    /** Nothing of this product is in the order; {@code name} is what the catalogue calls it, if it knows it. */
    record WrongProduct(PickList list, @Nullable String name) implements PickAnswer {}

    /** Units were not on the shelf: {@code replanned} come from other batches, for {@code stillMissing} there are none. */
    record Missed(PickList list, int replanned, int stillMissing) implements PickAnswer {}

    /** It cannot be finished: lines are not checked, perhaps because they were planned again just now. */
    record NotReady(PickList list) implements PickAnswer {}

    /** It cannot be finished: there are not enough units. */
    record NotEnough(PickList list, List<Shortage> shortages) implements PickAnswer {}

    /** It is not to be picked, or not any more. */
    record NotToPick(OrderStatus status) implements PickAnswer {}

    record UnknownOrder() implements PickAnswer {}

    /** The pack that somebody took. */
    record Taken(
            @Nullable BatchId batch,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            Why why) {}

    /** Why a batch may not be taken. */
    enum Why {
        /** It expires later than one that is there. The one reason that somebody who may can set aside. */
        GOES_LATER,
        EXPIRED,
        RECALLED,
        /** All of it is in quarantine. */
        SET_ASIDE,
        /** All of it is promised to others. */
        PROMISED,
        /** The books know no such batch of this product on the shelf. */
        UNKNOWN
    }
}
