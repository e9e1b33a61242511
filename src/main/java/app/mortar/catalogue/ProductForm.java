package app.mortar.catalogue;

import app.mortar.kernel.Gtin;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What people say about a product. Quantities are not among it: they belong to the shelf.
 *
 * @param atcCode anatomical therapeutic chemical code (WHO)
 * @param minStockLevel good units below which the product is low; 0 for no alert
 * @param minShelfLifeDays days that must be left at goods-in without a word about it
 * @param price of one sale unit, in the pharmacy's currency, up to 4 decimals
 * @param controlled whether the law asks for a witness
 * @param expires false only for sundries without an expiry date
 */
public record ProductForm(
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
        int minStockLevel,
        @Nullable Integer reorderQuantity,
        @Nullable Integer minShelfLifeDays,
        @Nullable BigDecimal price,
        boolean controlled,
        boolean expires,
        boolean active) {
    /** The same on another shelf. */
    ProductForm on(String otherShelf) {
        return new ProductForm(
                sku,
                name,
                gtin,
                genericName,
                strength,
                form,
                atcCode,
                category,
                supplier,
                otherShelf,
                minStockLevel,
                reorderQuantity,
                minShelfLifeDays,
                price,
                controlled,
                expires,
                active);
    }
}
