package app.mortar.stock;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The desk for differences between shelf and books, and for mistakes: both are corrected by one more ledger row, with
 * a reason. Promises on units that turn out not to be there are planned again or broken, and named.
 */
public final class Adjusting {
    /** Why the books were wrong. */
    public enum Reason {
        /** Somebody counted. */
        COUNT,
        /** Units turned up. */
        FOUND,
        /** Nobody knows where they are. */
        LOST,
        /** A wrong number was booked. */
        MISTYPED,
        OTHER
    }

    /**
     * A correction of one batch.
     *
     * @param difference units that the shelf has more (above zero) or less than the books
     * @param note says it in words; needed
     */
    public record Adjustment(BatchName batch, int difference, Reason reason, String note) {
        public Adjustment {
            if (difference == 0) {
                throw new InvalidInput("difference", "must not be 0: there is nothing to correct");
            }
            note = said(note);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Booked; the promises in {@code affected} had to move. */
        record Done(SetAside.After after, Movement row, List<Affected> affected) implements Outcome {}

        record UnknownProduct() implements Outcome {}

        record UnknownBatch() implements Outcome {}

        /** Several batches have this number; the expiry date must say which. */
        record Ambiguous() implements Outcome {}

        /** Fewer units are left than would have to go. */
        record NotThere(Shortage shortage) implements Outcome {}

        record UnknownMovement() implements Outcome {}

        /** That row was taken back before. */
        record ReversedBefore() implements Outcome {}

        /** What an order took or brought back is undone at the order; a row that takes another back stands. */
        record NotReversible(MovementType type) implements Outcome {}
    }

    private static String said(String note) {
        if (note.isBlank()) {
            throw new InvalidInput("note", "must say why; it stays in the ledger");
        }
        return note.strip();
    }

    /** Corrects what the books say of a batch. */
    public Outcome adjust(Tx tx, Adjustment request) {
        tx.actor().must(Permission.ADJUST);
        ProductRef ref = new ProductRef.BySku(request.batch().sku());
        ProductId product = ProductNames.of(tx, List.of(ref)).find(ref);
        if (product == null) {
            return new Outcome.UnknownProduct();
        }
        return Shelves.change(tx, List.of(product), shelves -> {
            Shelf shelf = shelves.of(product);
            return switch (request.batch()
                    .among(shelves.batchesNamed(shelf, request.batch().batchNumber()))) {
                case BatchName.Meant.One one -> adjust(shelves, shelf, one.batch(), request);
                case BatchName.Meant.None none -> new Outcome.UnknownBatch();
                case BatchName.Meant.Several several -> new Outcome.Ambiguous();
            };
        });
    }

    private static Outcome adjust(Shelves shelves, Shelf shelf, Batch batch, Adjustment request) {
        return book(
                shelves,
                shelf,
                batch,
                request.difference(),
                batch.unitCost(),
                Movement.Cause.of(MovementType.ADJUSTMENT, request.reason().name(), request.note()));
    }

    private static Outcome book(
            Shelves shelves, Shelf shelf, Batch batch, int units, @Nullable BigDecimal cost, Movement.Cause cause) {
        if (-(long) units > batch.quantity()) {
            return new Outcome.NotThere(
                    new Shortage(shelf.id(), shelf.product().sku(), -(long) units, batch.quantity()));
        }
        Movement row = shelves.adjust(shelf, batch, units, cost, cause);
        return new Outcome.Done(SetAside.After.of(shelf, batch), row, shelves.affected());
    }

    /**
     * Books the difference of a count that was approved, on shelves that are locked already. Units that were set aside
     * because somebody had missed them are free again: what is really gone is in the difference.
     *
     * @param batch as it was counted; opened when the books have never seen it
     * @param setAside units that waited for this count
     * @param reference the round's name
     */
    public static Outcome counted(
            Shelves shelves,
            ProductId product,
            Counted batch,
            int difference,
            int setAside,
            @Nullable String note,
            String reference) {
        shelves.tx().actor().must(Permission.APPROVE_COUNTS);
        Shelf shelf = shelves.of(product);
        Batch counted = shelves.batchesNamed(shelf, batch.number()).stream()
                .filter(known -> Objects.equals(known.expiryDate(), batch.expiryDate()))
                .findFirst()
                .orElseGet(() -> shelves.open(shelf, batch.number(), batch.expiryDate()));
        if (-(long) difference <= counted.quantity()) {
            SetAside.giveFree(shelves.tx(), counted, setAside, reference);
        }
        return book(
                shelves,
                shelf,
                counted,
                difference,
                counted.unitCost(),
                new Movement.Cause(MovementType.ADJUSTMENT, Reason.COUNT.name(), note, reference, null, null, null));
    }

    /** As {@link #counted}, of a batch that agrees with the books: there is nothing to book. */
    public static void agreed(Shelves shelves, ProductId product, BatchId batch, int setAside, String reference) {
        shelves.tx().actor().must(Permission.APPROVE_COUNTS);
        SetAside.giveFree(shelves.tx(), shelves.batch(shelves.of(product), batch), setAside, reference);
    }

    /** A batch as the counter saw it. */
    public record Counted(String number, @Nullable LocalDate expiryDate) {}

    /**
     * Takes a ledger row back, once: goods booked in by mistake, a write-off, an adjustment or a return to the supplier
     * that did not happen. The reversing row has the same type and the opposite sign.
     *
     * @param movement the row's id
     * @param note says why; needed
     */
    public Outcome reverse(Tx tx, long movement, String note) {
        tx.actor().must(Permission.ADJUST);
        String why = said(note);
        Movement wrong = tx.session().get(Movement.class, movement);
        if (wrong == null) {
            return new Outcome.UnknownMovement();
        }
        boolean ofAnOrder = wrong.type() == MovementType.OUT || wrong.type() == MovementType.RETURN;
        if (ofAnOrder || wrong.reverses() != null) {
            return new Outcome.NotReversible(wrong.type());
        }
        return Shelves.change(tx, List.of(wrong.product()), shelves -> {
            if (isReversed(tx, movement)) {
                return new Outcome.ReversedBefore();
            }
            Shelf shelf = shelves.of(wrong.product());
            return book(
                    shelves,
                    shelf,
                    shelves.batch(shelf, wrong.batch()),
                    -wrong.quantity(),
                    wrong.unitCost(),
                    new Movement.Cause(
                            wrong.type(), wrong.reason(), why, wrong.reference(), null, null, null, movement, null));
        });
    }

    private static boolean isReversed(Tx tx, long movement) {
        return tx.session()
                        .createSelectionQuery("select count(*) from Movement m where m.reverses = :wrong", Long.class)
                        .setParameter("wrong", movement)
                        .getSingleResult()
                > 0;
    }
}
