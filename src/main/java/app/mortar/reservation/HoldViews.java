package app.mortar.reservation;

import app.mortar.stock.Batch;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldLine;
import app.mortar.stock.Shelf;
import app.mortar.stock.Shelves;
import app.mortar.stock.Slice;
import java.util.Comparator;
import java.util.List;

/** Shows a hold out of what was just decided, before it is written. */
final class HoldViews {
    private HoldViews() {}

    static HoldView of(Shelves shelves, CartHold hold) {
        List<HoldView.Item> items = shelves.promises().linesOf(hold).stream()
                .sorted(Comparator.comparing(HoldLine::product))
                .map(line -> item(shelves.of(line.product()), line))
                .toList();
        return new HoldView(
                hold.token(),
                hold.cartId(),
                hold.orderRef(),
                hold.statusAt(shelves.now()),
                hold.expiresAt(),
                shelves.now(),
                hold.releasedReason(),
                items);
    }

    private static HoldView.Item item(Shelf shelf, HoldLine line) {
        return new HoldView.Item(
                line.product(),
                shelf.product().sku(),
                line.quantity(),
                line.slices().stream().map(slice -> portion(shelf, slice)).toList());
    }

    private static HoldView.Portion portion(Shelf shelf, Slice slice) {
        Batch batch = shelf.batch(slice.batch()).orElseThrow();
        return new HoldView.Portion(batch.number(), batch.expiryDate(), slice.quantity());
    }
}
