package app.mortar.desktop.receiving;

import app.mortar.desktop.goods.Goods;
import app.mortar.stock.KnownBatches;
import app.mortar.stock.ShelfLife;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must be answered before a line can be booked. One at a time, the one that the others depend on first. */
public sealed interface Question {
    /** No product carries this GTIN. */
    record UnknownProduct(String gtin) implements Question {}

    record NeedsBatch() implements Question {}

    record NeedsExpiry() implements Question {}

    /** It cannot be received for sale: the pack goes back, or into waste. */
    record Expired(LocalDate expiry) implements Question {}

    record Recalled() implements Question {}

    /** The books have this number with another expiry. */
    record OtherExpiry(LocalDate said, KnownBatches.Known onFile) implements Question {}

    /** Fewer days are left than the product needs. */
    record ShortLife(long left, int needed) implements Question {}

    /** The first question that {@code line} leaves open on that day; null for none. */
    static @Nullable Question of(ReceiptLine line, LocalDate today) {
        Goods goods = line.goods();
        if (goods == null) {
            return new UnknownProduct(Objects.requireNonNullElse(line.gtin(), ""));
        }
        if (line.batch().isBlank()) {
            return new NeedsBatch();
        }
        LocalDate expiry = line.expiry();
        if (goods.expires() && expiry == null) {
            return new NeedsExpiry();
        }
        if (line.known().stream().anyMatch(KnownBatches.Known::recalled)) {
            return new Recalled();
        }
        if (expiry == null) {
            return null;
        }
        long left = ShelfLife.left(expiry, today);
        return left <= 0 ? new Expired(expiry) : ofGood(line, goods, expiry, left, today);
    }

    private static @Nullable Question ofGood(
            ReceiptLine line, Goods goods, LocalDate expiry, long left, LocalDate today) {
        boolean otherOnly = !line.known().isEmpty()
                && line.known().stream().noneMatch(known -> Objects.equals(known.expiryDate(), expiry));
        if (otherOnly && !line.secondBatch()) {
            return new OtherExpiry(expiry, line.known().getFirst());
        }
        Integer needed = goods.minShelfLifeDays();
        return needed != null && line.reason().isBlank() && ShelfLife.isShort(needed, expiry, today)
                ? new ShortLife(left, needed)
                : null;
    }
}
