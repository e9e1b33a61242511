package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.reservation.HoldView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the customer takes home besides the packs: lines of plain text, 42 letters wide, as receipt printers write them.
 *
 * @param number of the sale
 */
public record Slip(String number, List<String> lines) {
    private static final int WIDE = 42;

    public Slip {
        lines = List.copyOf(lines);
    }

    static Slip of(
            String number,
            String servedBy,
            Instant at,
            List<CartLine> cart,
            List<HoldView.Item> handedOver,
            @Nullable String customer,
            Formats formats) {
        List<String> text = new ArrayList<>();
        text.add(between(Texts.of("counter.slip.sale", number), formats.dayTime(at)));
        if (customer != null) {
            text.add(customer);
        }
        text.add("-".repeat(WIDE));
        for (CartLine line : cart) {
            text.add(cut((line.goods().name() + " " + line.goods().pack()).strip()));
            text.add(between(
                    "  " + line.units() + " × " + formats.money(line.goods().price()), formats.money(line.amount())));
            handedOver.stream()
                    .filter(item -> item.product().equals(line.goods().id()))
                    .flatMap(item -> item.batches().stream())
                    .forEach(portion -> text.add(cut("  "
                            + Texts.of(
                                    "counter.slip.batch", portion.batchNumber(), formats.date(portion.expiryDate())))));
        }
        text.add("-".repeat(WIDE));
        text.add(between(Texts.of("counter.slip.total"), formats.money(total(cart))));
        text.add("");
        text.add(cut(Texts.of("counter.slip.served", servedBy)));
        return new Slip(number, text);
    }

    static BigDecimal total(List<CartLine> cart) {
        return cart.stream().map(CartLine::amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String between(String left, String right) {
        int gap = WIDE - left.length() - right.length();
        return gap < 1 ? left + " " + right : left + " ".repeat(gap) + right;
    }

    private static String cut(String text) {
        return text.length() <= WIDE ? text : text.substring(0, WIDE - 1) + "…";
    }

    public String text() {
        return String.join("\n", lines);
    }
}
