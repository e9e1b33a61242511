package app.mortar.reservation;

import app.mortar.kernel.ProductId;
import app.mortar.stock.HoldStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hold as its owner sees it at {@code serverTime}. */
public record HoldView(
        String token,
        @Nullable String cartId,
        @Nullable String orderRef,
        HoldStatus status,
        Instant expiresAt,
        Instant serverTime,
        @Nullable String releasedReason,
        List<Item> items) {
    /** Units of one product. */
    public record Item(ProductId product, String sku, int quantity, List<Portion> batches) {}

    /** Units of one batch. */
    public record Portion(String batchNumber, @Nullable LocalDate expiryDate, int quantity) {}

    /** Whole seconds left, rounded down; 0 once it has lapsed or has no timer. */
    public long expiresInSeconds() {
        return status == HoldStatus.ACTIVE
                ? Math.max(0, Duration.between(serverTime, expiresAt).toSeconds())
                : 0;
    }
}
