package app.mortar.intake;

import static app.mortar.intake.ProductColumn.*;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Gtin;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One product as a products list gives it. Null is a blank cell or a column that the list does not have; which of the
 * two, {@link Layout#has} says.
 *
 * @param row the row in the sheet, from 1
 * @param minimumLevel units, 0 or more
 * @param reorderQuantity units, more than 0
 * @param price per unit, 0 or more, at most 4 decimals
 */
public record ProductRow(
        int row,
        String sku,
        String name,
        @Nullable Gtin gtin,
        @Nullable String genericName,
        @Nullable String strength,
        @Nullable String form,
        @Nullable String atcCode,
        @Nullable String category,
        @Nullable String supplier,
        @Nullable String shelf,
        @Nullable Integer minimumLevel,
        @Nullable Integer reorderQuantity,
        @Nullable BigDecimal price,
        @Nullable Boolean controlled,
        @Nullable Boolean expires,
        @Nullable Boolean active) {
    /**
     * What is to be said about the product from now on.
     *
     * @param known what is said about it now; null when it is new
     * @param list a column that it does not have leaves what is known
     */
    ProductForm over(@Nullable ProductForm known, Layout<ProductColumn> list) {
        ProductForm before = known == null ? unlisted(sku) : known;
        return new ProductForm(
                sku,
                name,
                list.has(GTIN) ? gtin : before.gtin(),
                list.has(GENERIC_NAME) ? genericName : before.genericName(),
                list.has(STRENGTH) ? strength : before.strength(),
                list.has(FORM) ? form : before.form(),
                list.has(ATC_CODE) ? atcCode : before.atcCode(),
                list.has(CATEGORY) ? category : before.category(),
                list.has(SUPPLIER) ? supplier : before.supplier(),
                list.has(SHELF) ? shelf : before.shelf(),
                list.has(MINIMUM_LEVEL) ? Objects.requireNonNullElse(minimumLevel, 0) : before.minStockLevel(),
                list.has(REORDER_QUANTITY) ? reorderQuantity : before.reorderQuantity(),
                before.minShelfLifeDays(),
                list.has(PRICE) ? asKept(price) : before.price(),
                list.has(CONTROLLED) ? Objects.requireNonNullElse(controlled, false) : before.controlled(),
                list.has(EXPIRES) ? Objects.requireNonNullElse(expires, true) : before.expires(),
                list.has(ACTIVE) ? Objects.requireNonNullElse(active, true) : before.active());
    }

    private static ProductForm unlisted(String sku) {
        return new ProductForm(
                sku, "", null, null, null, null, null, null, null, null, 0, null, null, null, false, true, true);
    }

    /** With the decimals that the database gives back, so that the same price is no change. */
    private static @Nullable BigDecimal asKept(@Nullable BigDecimal price) {
        return price == null ? null : price.setScale(4);
    }
}
