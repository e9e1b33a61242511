package app.mortar.desktop.receiving;

import app.mortar.gs1.Scan;
import app.mortar.kernel.Gtin;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a code says of the packs that carry it.
 *
 * @param batch null when the code does not name it, as the expiry and the serial
 * @param units above zero
 */
record Pack(
        Gtin gtin,
        @Nullable String batch,
        @Nullable LocalDate expiry,
        @Nullable String serial,
        int units) {
    /** A plain product code. */
    static Pack plain(Gtin gtin, int times) {
        return new Pack(gtin, null, null, null, times);
    }

    /** A code that was read and names a product: that many such packs, or outer packs. */
    static Pack scanned(Scan.Read read, int times) {
        return new Pack(
                Objects.requireNonNull(read.gtin()),
                read.batchNumber(),
                read.expiryDate(),
                read.serial(),
                times * Math.max(1, Objects.requireNonNullElse(read.quantity(), 1)));
    }
}
