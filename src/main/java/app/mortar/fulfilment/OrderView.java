package app.mortar.fulfilment;

import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldView.Portion;
import app.mortar.stock.Shortage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its owner sees it.
 *
 * @param reservationId the hold whose units it uses
 * @param shortages lines of a confirmed order that lost units to a recall, an expiry or a count
 * @param stockUpdatedAt when its units left the shelf; null while they have not
 */
public record OrderView(
        long id,
        String externalRef,
        Channel channel,
        OrderStatus status,
        @Nullable String reservationId,
        List<Item> items,
        List<Shortage> shortages,
        @Nullable Instant promisedAt,
        @Nullable Instant stockUpdatedAt,
        Instant createdAt,
        Instant updatedAt) {
    /** One product of the order and the batches its units are, or were, taken from. */
    public record Item(ProductId product, String sku, int quantity, List<Portion> allocations) {
        int allocated() {
            return allocations.stream().mapToInt(Portion::quantity).sum();
        }
    }
}
