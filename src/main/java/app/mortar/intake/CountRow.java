package app.mortar.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a count sheet says of one batch; rows that were left blank are not among them.
 *
 * @param row the row in the sheet, from 1
 * @param counted units, 0 or more
 */
public record CountRow(
        int row, String sku, String batchNumber, @Nullable LocalDate expiryDate, int counted) {}
