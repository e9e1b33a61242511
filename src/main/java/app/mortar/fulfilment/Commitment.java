package app.mortar.fulfilment;

import app.mortar.fefo.Allocation;
import app.mortar.fefo.Fefo;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.Tokens;
import app.mortar.stock.CartHold;
import app.mortar.stock.HoldLine;
import app.mortar.stock.HoldStatus;
import app.mortar.stock.Shelf;
import app.mortar.stock.Shelves;
import app.mortar.stock.Shortage;
import app.mortar.stock.Supply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Units become an order's: taken over from its hold, or allocated there and then. */
final class Commitment {
    private final Shelves shelves;
    private final Tokens tokens;

    Commitment(Shelves shelves, Tokens tokens) {
        this.shelves = shelves;
        this.tokens = tokens;
    }

    /** Can the order have its units? Its own hold counts as free. Decides, changes nothing. */
    Supply decide(Map<ProductId, Long> wanted, @Nullable CartHold hold) {
        return Supply.decide(shelves, wanted, usable(hold));
    }

    /** Commits what was decided; a live hold of exactly these units just loses its timer. */
    void commit(SalesOrder order, Map<ProductId, Long> wanted, @Nullable CartHold hold, Supply.Full supply) {
        CartHold used = usable(hold);
        if (used == null) {
            used = CartHold.forOrder(tokens.next(), order.owner(), order.externalRef(), order.id(), shelves.now());
            shelves.promises().add(used);
            shelves.promises().keep(used, supply.plan(), HoldStatus.COMMITTED);
        } else if (!kept(used).equals(wanted)) {
            shelves.promises().keep(used, supply.plan(), HoldStatus.COMMITTED);
        }
        used.commit(order.id());
        shelves.promises().commit(used);
        order.uses(used.token());
    }

    /** A hold that was given back is gone for good; one that ran out may be filled again. */
    private @Nullable CartHold usable(@Nullable CartHold hold) {
        return hold == null || hold.status() == HoldStatus.RELEASED ? null : hold;
    }

    private Map<ProductId, Long> kept(CartHold hold) {
        Map<ProductId, Long> kept = new TreeMap<>();
        shelves.promises().linesOf(hold).stream()
                .filter(line -> line.status().isOpen())
                .forEach(line -> kept.put(line.product(), (long) line.quantity()));
        return kept;
    }

    /**
     * Gives a committed order the units that it lost to a recall, an expiry or a count, as far as there are any.
     *
     * @return the lines that are still short
     */
    List<Shortage> topUp(CartHold hold, List<OrderLine> lines) {
        List<Shortage> shortages = new ArrayList<>();
        for (OrderLine line : lines) {
            Shelf shelf = shelves.of(line.product());
            int kept = keptFor(hold, line).map(HoldLine::quantity).orElse(0);
            int missing = line.quantity() - kept;
            if (missing > 0) {
                switch (Fefo.allocate(missing, shelf.lots(), shelves.today())) {
                    case Allocation.Filled filled -> shelves.promises().addTo(hold, line.product(), filled.picks());
                    case Allocation.Shortfall some ->
                        shortages.add(new Shortage(
                                line.product(), shelf.product().sku(), line.quantity(), kept + some.available()));
                }
            }
        }
        return shortages;
    }

    Optional<HoldLine> keptFor(CartHold hold, OrderLine line) {
        return shelves.promises().linesOf(hold).stream()
                .filter(kept -> kept.status() == HoldStatus.COMMITTED)
                .filter(kept -> kept.product().equals(line.product()))
                .findFirst();
    }
}
