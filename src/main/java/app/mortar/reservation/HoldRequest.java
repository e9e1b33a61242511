package app.mortar.reservation;

import app.mortar.stock.Wanted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cart asks of the desk.
 *
 * @param cartId the shop's own name for the cart; a live hold of that cart is refreshed
 * @param token an earlier hold, to refresh that one
 * @param orderRef the shop's own order reference; does not stop the timer
 * @param items what the cart holds now, in place of what it held before; empty to keep the lines and the 15 minutes
 */
public record HoldRequest(
        @Nullable String cartId,
        @Nullable String token,
        @Nullable String orderRef,
        List<Wanted> items) {
    public HoldRequest {
        items = List.copyOf(items);
    }
}
