package app.mortar.desktop;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Gtin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Products whose packs carry a code, and the codes. */
public final class Packs {
    public static final Gtin PARA = Gtin.of("09520123456788");
    public static final Gtin INS = Gtin.of("9520000000011");
    public static final Gtin NEW = Gtin.of("9520000000028");

    private Packs() {}

    public static ProductForm form(String sku, String name, @Nullable Gtin gtin, @Nullable String shelf) {
        return form(sku, name, gtin, shelf, null, false);
    }

    public static ProductForm form(
            String sku,
            String name,
            @Nullable Gtin gtin,
            @Nullable String shelf,
            @Nullable Integer minShelfLifeDays,
            boolean controlled) {
        return new ProductForm(
                sku,
                name,
                gtin,
                null,
                "500 mg",
                "96 tabs",
                null,
                null,
                "Lagoon Pharma Supply",
                shelf,
                0,
                null,
                minShelfLifeDays,
                new BigDecimal("1800"),
                controlled,
                true,
                true);
    }

    /** A code with batch and expiry, e.g. {@code code(PARA, "A1", "270630")}. */
    public static String code(Gtin gtin, String batch, String expiry) {
        return "]d201" + gtin.digits() + "17" + expiry + "10" + batch;
    }

    /** A code with a serial number behind the separator. */
    public static String code(Gtin gtin, String batch, String expiry, String serial) {
        return code(gtin, batch, expiry) + "{GS}21" + serial;
    }
}
