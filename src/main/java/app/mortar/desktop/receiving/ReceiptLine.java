package app.mortar.desktop.receiving;

import app.mortar.desktop.goods.Goods;
import app.mortar.stock.KnownBatches;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a delivery while it is typed and scanned: whole or not, it is kept. Never changed; a changed line is
 * another one in its place.
 *
 * @param key tells the line from all others of this draft
 * @param gtin as it was scanned; null when the product was found by its name
 * @param goods null as long as nobody has said which product it is
 * @param batch as printed; empty when it is not known yet
 * @param cost of one unit; null when nobody knows it
 * @param secondBatch somebody has looked: this number has this expiry, too
 * @param reason why units are taken that expire too soon; empty when nobody has said so
 * @param serials of packs that were counted into it
 * @param known what the books have of this number
 */
public record ReceiptLine(
        long key,
        @Nullable String gtin,
        @Nullable Goods goods,
        String batch,
        @Nullable LocalDate expiry,
        int units,
        @Nullable BigDecimal cost,
        boolean secondBatch,
        String reason,
        List<String> serials,
        List<KnownBatches.Known> known) {
    public ReceiptLine {
        serials = List.copyOf(serials);
        known = List.copyOf(known);
    }

    static ReceiptLine scanned(
            long key,
            @Nullable String gtin,
            @Nullable Goods goods,
            @Nullable String batch,
            @Nullable LocalDate expiry,
            int units,
            @Nullable String serial) {
        return new ReceiptLine(
                key,
                gtin,
                goods,
                Objects.requireNonNullElse(batch, ""),
                expiry,
                units,
                null,
                false,
                "",
                serial == null ? List.of() : List.of(serial),
                List.of());
    }

    ReceiptLine units(int now) {
        return new ReceiptLine(key, gtin, goods, batch, expiry, now, cost, secondBatch, reason, serials, known);
    }

    ReceiptLine cost(@Nullable BigDecimal now) {
        return new ReceiptLine(key, gtin, goods, batch, expiry, units, now, secondBatch, reason, serials, known);
    }

    /** Another number or date: what was decided about the former ones does not count any more. */
    ReceiptLine batch(String number, @Nullable LocalDate date) {
        return new ReceiptLine(key, gtin, goods, number, date, units, cost, false, "", serials, known);
    }

    ReceiptLine goods(Goods now) {
        return new ReceiptLine(key, gtin, now, batch, expiry, units, cost, secondBatch, reason, serials, known);
    }

    ReceiptLine known(List<KnownBatches.Known> now) {
        return new ReceiptLine(key, gtin, goods, batch, expiry, units, cost, secondBatch, reason, serials, now);
    }

    ReceiptLine asSecondBatch() {
        return new ReceiptLine(key, gtin, goods, batch, expiry, units, cost, true, reason, serials, known);
    }

    ReceiptLine reason(String said) {
        return new ReceiptLine(key, gtin, goods, batch, expiry, units, cost, secondBatch, said, serials, known);
    }

    /** One scan more of the same batch. What the new scan does not say, stays as it is. */
    ReceiptLine more(int packs, @Nullable LocalDate date, @Nullable String serial) {
        List<String> all = new ArrayList<>(serials);
        if (serial != null) {
            all.add(serial);
        }
        int now = (int) Math.min(99_999_999L, (long) units + packs);
        return new ReceiptLine(
                key, gtin, goods, batch, date == null ? expiry : date, now, cost, secondBatch, reason, all, known);
    }

    /** What the line costs; null when one unit's cost is not known. */
    public @Nullable BigDecimal total() {
        return cost == null ? null : cost.multiply(BigDecimal.valueOf(units));
    }
}
