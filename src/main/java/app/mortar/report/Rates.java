package app.mortar.report;

import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Rates between 0 and 1, as the first page says them. */
final class Rates {
    private Rates() {}

    /** A part of a whole; null when the whole is nothing. */
    static @Nullable BigDecimal of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 6, RoundingMode.HALF_EVEN);
    }

    static Cover.Fact fact(String name, @Nullable BigDecimal rate) {
        return rate == null ? Cover.Fact.text(name, "–") : new Cover.Fact(name, Cell.of(rate), "0.0%");
    }
}
