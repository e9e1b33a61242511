package app.mortar.stock;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The desk for units that may not be sold: written off as waste, or set aside in quarantine and given free again. */
public final class SetAside {
    /** Why units are written off. */
    public enum Reason {
        EXPIRED,
        DAMAGED,
        RECALLED,
        LOST,
        OTHER
    }

    /** In which direction quarantine goes. */
    public enum Action {
        HOLD,
        RELEASE
    }

    /**
     * Units to book out as waste.
     *
     * @param reference the number of the note, booked once; null for none
     */
    public record WriteOff(
            BatchName batch,
            int quantity,
            Reason reason,
            @Nullable String note,
            @Nullable String reference) {}

    /** Units to set aside or to give free. */
    public record Quarantine(
            BatchName batch,
            int quantity,
            Action action,
            @Nullable String note) {}

    /** The batch as it stands after the act. */
    public record After(
            ProductId product,
            String sku,
            BatchId batch,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int onShelf,
            int quarantined) {
        static After of(Shelf shelf, Batch batch) {
            return new After(
                    shelf.id(),
                    shelf.product().sku(),
                    batch.id(),
                    batch.number(),
                    batch.expiryDate(),
                    batch.quantity(),
                    batch.quarantined());
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Done; the promises in {@code affected} had to move. */
        record Done(After after, List<Affected> affected) implements Outcome {}

        /** This very note was booked before. */
        record DoneBefore(After after) implements Outcome {}

        /** The reference was booked before for something else. */
        record ReferenceTaken() implements Outcome {}

        record UnknownProduct() implements Outcome {}

        record UnknownBatch() implements Outcome {}

        /** Several batches have this number; the expiry date must say which. */
        record Ambiguous() implements Outcome {}

        /** More units than there are. */
        record NotThere(Shortage shortage) implements Outcome {}

        /** So many are there, but some are promised to carts or orders; {@code free} are not. */
        record UnitsHeld(Shortage shortage) implements Outcome {}

        /** EXPIRED was given as reason, and the batch has not. */
        record NotExpired(@Nullable LocalDate expiryDate) implements Outcome {}

        /** The product is controlled, and nobody else watched. */
        record WitnessNeeded() implements Outcome {}
    }

    /**
     * Books units out as waste. Units in quarantine go first; promised good units never. For a program that reports what
     * was done elsewhere; a person at a shelf says who watched, see below.
     */
    public Outcome writeOff(Tx tx, WriteOff request) {
        tx.actor().must(Permission.WRITE_OFF);
        return writeOff(tx, request, null, false);
    }

    /**
     * The same by a person.
     *
     * @param witness who watched; for a controlled product somebody else than the one who does it
     */
    public Outcome writeOff(Tx tx, WriteOff request, @Nullable String witness) {
        tx.actor().must(Permission.WRITE_OFF);
        return writeOff(tx, request, witness == null || witness.isBlank() ? null : witness.strip(), true);
    }

    private static Outcome writeOff(Tx tx, WriteOff request, @Nullable String witness, boolean watched) {
        String reference = request.reference();
        if (reference != null) {
            var before = StockDocument.find(tx, StockDocument.Kind.WRITE_OFF, reference);
            if (before.isPresent()) {
                return before.get().says(request)
                        ? onBatch(tx, request.batch(), (shelf, batch) -> new Outcome.DoneBefore(After.of(shelf, batch)))
                        : new Outcome.ReferenceTaken();
            }
        }
        return onShelf(tx, request.batch(), (shelves, shelf, batch) -> {
            boolean alone =
                    witness == null || witness.equalsIgnoreCase(tx.actor().name());
            if (watched && alone && shelf.product().isControlled()) {
                return new Outcome.WitnessNeeded();
            }
            LocalDate expiry = batch.expiryDate();
            if (request.reason() == Reason.EXPIRED && (expiry == null || expiry.isAfter(shelves.today()))) {
                return new Outcome.NotExpired(expiry);
            }
            int units = request.quantity();
            if (units > batch.quantity()) {
                return new Outcome.NotThere(shortage(shelf, units, batch.quantity()));
            }
            if (units > batch.quantity() - batch.reserved()) {
                return new Outcome.UnitsHeld(shortage(shelf, units, batch.quantity() - batch.reserved()));
            }
            Long document = reference == null
                    ? null
                    : (Long) StockDocument.book(tx, StockDocument.Kind.WRITE_OFF, reference, request, null)
                            .id();
            batch.discard(units);
            shelf.product().addStock(-units);
            shelves.record(
                    shelf,
                    batch,
                    -units,
                    batch.unitCost(),
                    new Movement.Cause(
                                    MovementType.WASTE,
                                    request.reason().name(),
                                    request.note(),
                                    reference,
                                    document,
                                    null,
                                    null)
                            .watchedBy(witness));
            return new Outcome.Done(After.of(shelf, batch), shelves.affected());
        });
    }

    /** Sets units aside, or gives them free again. Promised units are never set aside. */
    public Outcome quarantine(Tx tx, Quarantine request) {
        tx.actor().must(Permission.QUARANTINE);
        return onShelf(tx, request.batch(), (shelves, shelf, batch) -> {
            int units = request.quantity();
            if (request.action() == Action.RELEASE) {
                if (units > batch.quarantined()) {
                    return new Outcome.NotThere(shortage(shelf, units, batch.quarantined()));
                }
                batch.releaseFromQuarantine(units);
                BatchEvent.note(tx, BatchEvent.Kind.RELEASE, batch, units, request.note());
                return new Outcome.Done(After.of(shelf, batch), shelves.affected());
            }
            if (units > batch.quantity() - batch.quarantined()) {
                return new Outcome.NotThere(shortage(shelf, units, batch.quantity() - batch.quarantined()));
            }
            if (units > batch.unpromised()) {
                return new Outcome.UnitsHeld(shortage(shelf, units, batch.unpromised()));
            }
            batch.quarantine(units);
            BatchEvent.note(tx, BatchEvent.Kind.HOLD, batch, units, request.note());
            return new Outcome.Done(After.of(shelf, batch), shelves.affected());
        });
    }

    /** Units that waited for a count may be sold again, as far as they are still set aside. */
    static void giveFree(Tx tx, Batch batch, int units, String count) {
        int free = Math.min(units, batch.quarantined());
        if (free > 0) {
            batch.releaseFromQuarantine(free);
            BatchEvent.note(tx, BatchEvent.Kind.RELEASE, batch, free, "Counted: " + count);
        }
    }

    private static Shortage shortage(Shelf shelf, int requested, int available) {
        return new Shortage(shelf.id(), shelf.product().sku(), requested, available);
    }

    private interface Act {
        Outcome on(Shelves shelves, Shelf shelf, Batch batch);
    }

    private static Outcome onBatch(Tx tx, BatchName name, BiFunction<Shelf, Batch, Outcome> act) {
        return onShelf(tx, name, (shelves, shelf, batch) -> act.apply(shelf, batch));
    }

    private static Outcome onShelf(Tx tx, BatchName name, Act act) {
        ProductRef ref = new ProductRef.BySku(name.sku());
        ProductId product = ProductNames.of(tx, List.of(ref)).find(ref);
        if (product == null) {
            return new Outcome.UnknownProduct();
        }
        return Shelves.change(tx, List.of(product), shelves -> {
            Shelf shelf = shelves.of(product);
            return switch (name.among(shelves.batchesNamed(shelf, name.batchNumber()))) {
                case BatchName.Meant.One one -> act.on(shelves, shelf, one.batch());
                case BatchName.Meant.None none -> new Outcome.UnknownBatch();
                case BatchName.Meant.Several several -> new Outcome.Ambiguous();
            };
        });
    }
}
