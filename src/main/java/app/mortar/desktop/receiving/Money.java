package app.mortar.desktop.receiving;

import app.mortar.desktop.widget.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts as people type them: with or without the currency's sign and group separators, up to four decimals. */
final class Money {
    private static final int DECIMALS = 4;

    private Money() {}

    static Optional<BigDecimal> read(String text) {
        String digits = text.replaceAll("[^0-9.]", "");
        try {
            BigDecimal amount = new BigDecimal(digits);
            return amount.scale() > DECIMALS || amount.precision() - amount.scale() > 15
                    ? Optional.empty()
                    : Optional.of(amount.setScale(DECIMALS, RoundingMode.UNNECESSARY));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    static String shown(@Nullable BigDecimal amount, Formats formats) {
        return amount == null ? "" : formats.money(amount);
    }
}
