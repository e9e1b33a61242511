package app.mortar.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One batch as a stock list gives it.
 *
 * @param row the row in the sheet, from 1
 * @param expiryDate null when the cell is blank, which only a product that does not expire may have
 * @param quantity units, more than 0
 * @param unitCost 0 or more, at most 4 decimals
 */
public record StockRow(
        int row,
        String sku,
        String batchNumber,
        @Nullable LocalDate expiryDate,
        int quantity,
        @Nullable BigDecimal unitCost,
        @Nullable String shelf) {}
