package app.mortar.stock;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.store.TryAgain;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The locked shelves of some products: the only way to change stock. Products are locked in the order of their ids;
 * then holds that ran out are lapsed and promises on units that may not be sold any more are planned again; then the
 * act runs on what is really there; then everything is written in one go.
 */
public final class Shelves {
    private final Tx tx;
    private final ShelfRows rows;
    private final ShelfSaving saving;
    private final Map<ProductId, Shelf> shelves = new TreeMap<>();
    private final Promises promises;
    private final List<Movement> movements = new ArrayList<>();
    private final List<Affected> affected = new ArrayList<>();

    private Shelves(Tx tx) {
        this.tx = tx;
        this.rows = new ShelfRows(tx);
        this.saving = new ShelfSaving(tx);
        this.promises = new Promises(this, rows, new HoldsHere(rows, shelves::containsKey));
    }

    /** Runs {@code act} on the locked shelves of {@code products} and saves what it changed. */
    public static <T extends @Nullable Object> T change(
            Tx tx, Collection<ProductId> products, Function<Shelves, T> act) {
        Shelves shelves = new Shelves(tx);
        shelves.take(products, shelves.rows::lock);
        return shelves.run(act);
    }

    /**
     * As {@link #change}, but waits no longer than {@code patience} for locks that somebody else has: the act runs on
     * the shelves that could be had, and asks {@link #has}.
     */
    public static <T extends @Nullable Object> T changeWhatIsFree(
            Tx tx, Collection<ProductId> products, Duration patience, Function<Shelves, T> act) {
        Shelves shelves = new Shelves(tx);
        shelves.take(products, ids -> shelves.rows.lockWithin(ids, patience));
        return shelves.run(act);
    }

    private <T extends @Nullable Object> T run(Function<Shelves, T> act) {
        new Replanning(this).all();
        T answer = act.apply(this);
        try {
            save();
        } catch (RuntimeException e) {
            OversellIncident.watch(tx, e);
            throw e;
        }
        return answer;
    }

    private void take(Collection<ProductId> products, Function<Set<Long>, List<ProductRow>> locking) {
        TreeSet<Long> wanted = new TreeSet<>(tx.alsoLock());
        products.forEach(product -> wanted.add(product.value()));
        if (wanted.isEmpty()) {
            return;
        }
        List<ProductRow> locked = locking.apply(wanted);
        if (locked.isEmpty()) {
            return;
        }
        ShelfRows.OnShelves found =
                rows.onShelves(locked.stream().map(row -> row.id().value()).toList());
        Map<ProductId, List<Batch>> batches = found.withUnits().stream().collect(Collectors.groupingBy(Batch::product));
        locked.forEach(
                row -> shelves.put(row.id(), new Shelf(row, batches.getOrDefault(row.id(), List.of()), today())));
        promises.lapse(found.lapsed());
    }

    private List<Long> ids() {
        return shelves.keySet().stream().map(ProductId::value).toList();
    }

    public Tx tx() {
        return tx;
    }

    public Instant now() {
        return tx.now();
    }

    public LocalDate today() {
        return tx.today();
    }

    /** Were all of these locked? */
    public boolean has(Collection<ProductId> products) {
        return shelves.keySet().containsAll(products);
    }

    public Collection<Shelf> all() {
        return shelves.values();
    }

    /** The shelf of a product; the transaction starts again with its lock when that was not asked for. */
    public Shelf of(ProductId product) {
        Shelf shelf = shelves.get(product);
        if (shelf == null) {
            throw new TryAgain("Another product is concerned.", List.of(product.value()));
        }
        return shelf;
    }

    /** What is promised from these shelves. */
    public Promises promises() {
        return promises;
    }

    /** Promises that had to move in this change. */
    public List<Affected> affected() {
        return List.copyOf(affected);
    }

    void report(Affected moved) {
        affected.add(moved);
    }

    /** The promised units of the line leave the shelf: one ledger row for each batch. */
    public void fulfil(HoldLine line, long orderLineId, String reference) {
        Shelf shelf = of(line.product());
        for (Slice slice : line.slices()) {
            Batch batch = batch(shelf, slice.batch());
            batch.takeReserved(slice.quantity());
            shelf.product().addReserved(-slice.quantity());
            shelf.product().addStock(-slice.quantity());
            record(
                    shelf,
                    batch,
                    -slice.quantity(),
                    batch.unitCost(),
                    new Movement.Cause(MovementType.OUT, null, null, reference, null, orderLineId, slice.fefo()));
        }
        line.becomes(HoldStatus.FULFILLED);
    }

    /** What these order lines took comes back to its batches, in quarantine: nobody knows how it was kept. */
    public void takeBack(Collection<Long> orderLines) {
        for (Movement out : rows.outOf(orderLines)) {
            Shelf shelf = of(out.product());
            Batch batch = batch(shelf, out.batch());
            int units = -out.quantity();
            batch.takeBack(units);
            shelf.product().addStock(units);
            record(
                    shelf,
                    batch,
                    units,
                    out.unitCost(),
                    new Movement.Cause(
                            MovementType.RETURN, null, null, out.reference(), null, out.orderLineId(), null));
        }
    }

    Batch batch(Shelf shelf, BatchId id) {
        return shelf.batch(id).orElseGet(() -> {
            Batch empty = rows.batch(id);
            shelf.add(empty);
            return empty;
        });
    }

    /** All batches of that number, also empty ones. */
    public List<Batch> batchesNamed(Shelf shelf, String number) {
        return rows.batchesNamed(shelf.id().value(), number).stream()
                .map(read -> shelf.batch(read.id()).orElseGet(() -> {
                    shelf.add(read);
                    return read;
                }))
                .toList();
    }

    /** A batch that was never seen before. */
    Batch open(Shelf shelf, String number, @Nullable LocalDate expiryDate) {
        Batch batch = Batch.first(shelf.id(), number, expiryDate, now());
        saving.insert(batch);
        shelf.add(batch);
        return batch;
    }

    /**
     * Units that the books have and the shelf has not, or the other way round. Promised units that are missing are
     * planned again on other batches, or their promise is broken; {@link #affected} names them.
     *
     * @param units above zero when there are more than the books say; the batch has at least that many otherwise
     */
    Movement adjust(Shelf shelf, Batch batch, int units, @Nullable BigDecimal cost, Movement.Cause cause) {
        shelf.product().addStock(units);
        if (units > 0) {
            batch.find(units);
        } else {
            new Replanning(this).miss(shelf, batch, -units);
        }
        return record(shelf, batch, units, cost, cause);
    }

    /** All batches that were never seen before, with their units, in one go. */
    void openAll(List<Batch> made) {
        saving.insertAll(made);
        made.forEach(batch -> of(batch.product()).add(batch));
    }

    /** From now on the shelves know their empty batches too. */
    void lookForEmptyBatches() {
        rows.emptyBatches(ids()).forEach(batch -> of(batch.product()).add(batch));
    }

    /** Those of the batches here that an opening list has booked. */
    List<Long> batchesOfOpeningLists() {
        return rows.batchesOfOpeningLists(ids());
    }

    /** Takes these batches out of sale at once and plans their promises again. */
    public void recall(Shelf shelf, Collection<Batch> batches, @Nullable String note) {
        batches.stream().filter(batch -> !batch.isRecalled()).forEach(batch -> {
            batch.recall();
            BatchEvent.note(tx, BatchEvent.Kind.RECALL, batch, batch.quantity(), note);
        });
        new Replanning(this).plan(shelf);
    }

    /**
     * Appends a ledger row for units that were moved on {@code batch} and counted on its product already; the row has its
     * id once the change is saved.
     */
    Movement record(Shelf shelf, Batch batch, int units, @Nullable BigDecimal cost, Movement.Cause cause) {
        Movement.By by = new Movement.By(tx.actor().name(), tx.actor().workstation(), now());
        Movement row = Movement.after(shelf.product(), batch, units, cost, cause, by);
        movements.add(row);
        return row;
    }

    private void save() {
        saving.saveBatches(shelves.values().stream()
                .flatMap(shelf -> shelf.batches().stream())
                .toList());
        saving.saveProducts(shelves.values().stream().map(Shelf::product).toList());
        promises.save(saving);
        saving.write(movements);
        ShelfWatch.of(tx).ifPresent(watch -> shelves.values().forEach(shelf -> shelf.tell(watch, tx)));
    }
}
