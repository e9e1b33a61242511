package app.mortar.desktop.counter;

import app.mortar.desktop.goods.Goods;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldView;
import app.mortar.stock.NextBatches;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cart beside its hold: what it asks for, and what the hold keeps, shown on its lines. */
final class HeldCart {
    private final CounterViewModel cart;

    HeldCart(CounterViewModel cart) {
        this.cart = cart;
    }

    /** What is to be held for it. */
    List<Wanted> items() {
        return cart.lines().stream()
                .map(line -> new Wanted(new ProductRef.BySku(line.goods().sku()), line.units()))
                .toList();
    }

    /** Is in the cart what the hold keeps, no more and no less? */
    boolean is(HoldView hold) {
        return cart.wanted()
                .equals(hold.items().stream()
                        .collect(Collectors.toMap(HoldView.Item::product, HoldView.Item::quantity)));
    }

    /** The packs that the hold keeps are those to hand over. */
    void showPlan(HoldView hold) {
        Map<ProductId, NextBatches.Offer> offers = new TreeMap<>();
        for (HoldView.Item item : hold.items()) {
            NextBatches.Offer seen = cart.lines().stream()
                    .filter(line -> line.goods().id().equals(item.product()))
                    .map(CartLine::offer)
                    .findFirst()
                    .orElse(NextBatches.Offer.NOTHING);
            offers.put(
                    item.product(),
                    new NextBatches.Offer(
                            Math.max(seen.available(), item.quantity()),
                            item.batches().stream()
                                    .map(portion -> new NextBatches.Portion(
                                            portion.batchNumber(), portion.expiryDate(), portion.quantity()))
                                    .toList(),
                            seen.after()));
        }
        cart.show(offers);
    }

    /** The cart becomes what the hold keeps. */
    void fill(HoldView hold, Map<ProductId, Goods> goods) {
        List<CartLine> lines = new ArrayList<>();
        for (HoldView.Item item : hold.items()) {
            Goods known = goods.get(item.product());
            if (known != null) {
                lines.add(new CartLine(known, item.quantity(), NextBatches.Offer.NOTHING));
            }
        }
        cart.lines().setAll(lines);
    }

    /** The cart was changed and the hold could not follow: it shows again what is really held. */
    void backTo(HoldView hold) {
        Map<ProductId, Goods> goods = cart.lines().stream()
                .collect(Collectors.toMap(line -> line.goods().id(), CartLine::goods));
        fill(hold, goods);
        showPlan(hold);
    }
}
