package app.mortar.stock;

import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One product under lock: its counters and its batches that hold units. */
public final class Shelf {
    private final ProductRow product;
    private final List<Batch> batches;
    private final int goodAtFirst;

    Shelf(ProductRow product, List<Batch> batches, LocalDate today) {
        this.product = product;
        this.batches = new ArrayList<>(batches);
        this.goodAtFirst = goodUnits(today);
    }

    private int goodUnits(LocalDate today) {
        return batches.stream()
                .mapToInt(batch -> batch.asLot().goodUnits(today))
                .sum();
    }

    /** Tells the watch when good units have changed; says nothing while there are enough, before and after. */
    void tell(ShelfWatch watch, Tx tx) {
        int good = goodUnits(tx.today());
        int enough = Math.max(1, product.minimum());
        if (good != goodAtFirst && (good < enough || goodAtFirst < enough)) {
            watch.goodUnitsChanged(tx, id(), goodAtFirst, good);
        }
    }

    public ProductRow product() {
        return product;
    }

    public ProductId id() {
        return product.id();
    }

    public List<Batch> batches() {
        return List.copyOf(batches);
    }

    /** The batches as the picking rule sees them. */
    public List<Lot> lots() {
        return batches.stream().map(Batch::asLot).toList();
    }

    /**
     * What may be promised anew, as if the units of {@code own} were free: a cart's own units count as free for it.
     * Nothing of a product that is not sold any more.
     */
    public List<Lot> lotsFor(List<Slice> own) {
        return !product.isActive()
                ? List.of()
                : lots().stream()
                        .map(lot -> new Lot(
                                lot.batch(),
                                lot.expiry(),
                                lot.receivedAt(),
                                lot.quantity(),
                                lot.reserved() - unitsOf(lot.batch(), own),
                                lot.quarantined(),
                                lot.recalled()))
                        .toList();
    }

    private static int unitsOf(BatchId batch, List<Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.batch().equals(batch))
                .mapToInt(Slice::quantity)
                .sum();
    }

    public Optional<Batch> batch(BatchId id) {
        return batches.stream().filter(batch -> batch.id().equals(id)).findFirst();
    }

    void add(Batch batch) {
        batches.add(batch);
    }

    /** Batches that may not be sold, yet have units promised: the promises must be planned again. */
    List<Batch> brokenPromises(LocalDate today) {
        return batches.stream()
                .filter(batch -> batch.reserved() > 0 && !batch.asLot().isGoodOn(today))
                .toList();
    }

    void reserve(Batch batch, int units) {
        batch.reserve(units);
        product.addReserved(units);
    }

    void unreserve(Batch batch, int units) {
        batch.unreserve(units);
        product.addReserved(-units);
    }
}
