package app.mortar.intake;

import app.mortar.kernel.Gtin;
import java.math.BigDecimal;
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
        @Nullable Boolean active) {}
