package app.mortar.desktop.counter;

import app.mortar.desktop.goods.Goods;
import app.mortar.stock.NextBatches;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One product of the cart.
 *
 * @param units packs the customer wants
 * @param offer what can be sold and from which batches: a look while nothing is held, the hold's own plan afterwards
 */
public record CartLine(Goods goods, int units, NextBatches.Offer offer) {
    /** More than there is. */
    public boolean isShort() {
        return units > offer.available();
    }

    public CartLine with(int wanted) {
        return new CartLine(goods, wanted, offer);
    }

    public CartLine with(NextBatches.Offer now) {
        return new CartLine(goods, units, now);
    }

    /** What the customer pays for it; null when it has no price. */
    public @Nullable BigDecimal amount() {
        return goods.price() == null ? null : goods.price().multiply(BigDecimal.valueOf(units));
    }
}
