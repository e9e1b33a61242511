package app.mortar.stock;

import app.mortar.fefo.Pick;
import app.mortar.kernel.ProductId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised from locked shelves: the holds, and the units that their lines keep. Whatever a line keeps or gives
 * back is counted on its batches and its product here.
 */
public final class Promises {
    private final Shelves shelves;
    private final ShelfRows rows;
    private final HoldsHere holds;

    Promises(Shelves shelves, ShelfRows rows, HoldsHere holds) {
        this.shelves = shelves;
        this.rows = rows;
        this.holds = holds;
    }

    /** Holds of these products that have run out keep nothing: nobody waits for the sweep. */
    void lapse(List<HoldLine> lapsed) {
        holds.known(lapsed).forEach(line -> letGo(line, HoldStatus.EXPIRED));
    }

    /** Reads these holds again under the locks of all their products, all at once. */
    public void lookAt(Collection<String> tokens) {
        holds.lookAt(tokens);
    }

    /** A hold, read again under the locks of all its products. */
    public Optional<CartHold> hold(String token) {
        return holds.hold(token);
    }

    /** All lines of a hold, open or not; starts again when a product of one is not locked. */
    public List<HoldLine> linesOf(CartHold hold) {
        return holds.linesOf(hold);
    }

    List<HoldLine> openLinesOn(List<Batch> batches) {
        return holds
                .known(rows.openLinesOn(
                        batches.stream().map(batch -> batch.id().value()).toList()))
                .stream()
                .filter(line -> line.status().isOpen())
                .toList();
    }

    public void add(CartHold hold) {
        holds.add(hold);
    }

    /** Says that the hold itself was changed; its lines follow it. */
    public void changed(CartHold hold) {
        holds.changed(hold);
    }

    /** The hold keeps exactly these units from now on; what it kept before is given back first. */
    public void keep(CartHold hold, Map<ProductId, List<Pick>> plan, HoldStatus how) {
        Map<ProductId, HoldLine> existing = new HashMap<>();
        for (HoldLine line : linesOf(hold)) {
            giveBack(line);
            existing.put(line.product(), line);
        }
        existing.forEach((product, line) -> {
            if (!plan.containsKey(product)) {
                holds.drop(line);
            }
        });
        plan.forEach((product, picks) -> {
            HoldLine line = existing.computeIfAbsent(product, unknown -> holds.newLine(hold, product));
            keep(line, picks.stream().map(Slice::of).toList(), how);
            line.follow(hold);
        });
    }

    /** Takes these units for the line, in place of what it kept, which was given back before. */
    void keep(HoldLine line, List<Slice> plan, HoldStatus how) {
        Shelf shelf = shelves.of(line.product());
        plan.forEach(slice -> shelf.reserve(shelves.batch(shelf, slice.batch()), slice.quantity()));
        line.keep(plan.stream().mapToInt(Slice::quantity).sum(), how, plan);
    }

    /** The line's units are free again; the line itself still says what it kept. */
    void giveBack(HoldLine line) {
        if (line.status().isOpen()) {
            Shelf shelf = shelves.of(line.product());
            line.slices().forEach(slice -> shelf.unreserve(shelves.batch(shelf, slice.batch()), slice.quantity()));
        }
    }

    private void letGo(HoldLine line, HoldStatus how) {
        giveBack(line);
        line.letGo(how);
    }

    /** All units of the hold that are still kept go back, once. */
    public void letGo(CartHold hold, HoldStatus how) {
        linesOf(hold).stream().filter(line -> line.status().isOpen()).forEach(line -> letGo(line, how));
        changed(hold);
    }

    /** The kept lines lose their timer. */
    public void commit(CartHold hold) {
        linesOf(hold).stream()
                .filter(line -> line.status() == HoldStatus.ACTIVE)
                .forEach(line -> line.becomes(HoldStatus.COMMITTED));
        changed(hold);
    }

    /** More units for one product of a committed hold. */
    public void addTo(CartHold hold, ProductId product, List<Pick> picks) {
        HoldLine line = linesOf(hold).stream()
                .filter(candidate -> candidate.product().equals(product))
                .findFirst()
                .orElseGet(() -> holds.newLine(hold, product));
        List<Slice> plan = new ArrayList<>(line.status().isOpen() ? line.slices() : List.of());
        picks.forEach(pick -> Slice.merge(plan, Slice.of(pick)));
        giveBack(line);
        keep(line, plan, HoldStatus.COMMITTED);
        line.follow(hold);
    }

    void save(ShelfSaving saving) {
        holds.save(saving);
    }
}
