package app.mortar.fulfilment;

import app.mortar.stock.Wanted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order to be placed.
 *
 * @param externalRef the owner's own reference, unique for it
 * @param reservationId the hold whose units the order takes over; null for none, or the one that was taken with this
 *     reference as its order id
 * @param items may be empty beside a hold; otherwise they must equal the hold's
 * @param confirm whether units are committed at once
 * @param customer whom it is for, as the JSON that came in; kept, not read
 */
public record OrderRequest(
        String externalRef,
        Channel channel,
        @Nullable String reservationId,
        List<Wanted> items,
        boolean confirm,
        @Nullable String customer,
        @Nullable Instant promisedAt) {
    public OrderRequest {
        items = List.copyOf(items);
    }
}
