package app.mortar.stock;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk for goods that go back to whoever delivered them: all lines or none, and once. It is no waste. */
public final class SupplierReturn {
    /**
     * A return note.
     *
     * @param reference its number; booked once for whoever gave it
     */
    public record Note(String reference, String supplier, List<Line> lines) {
        public Note {
            lines = List.copyOf(lines);
            if (reference.isBlank() || lines.isEmpty()) {
                throw new InvalidInput("reference", "and at least one line are needed for a return");
            }
        }
    }

    /** Units of one batch, and what the supplier is told about them. */
    public record Line(
            BatchName batch, int quantity, @Nullable String reason) {
        public Line {
            if (quantity < 1) {
                throw new InvalidInput("quantity", "must be at least 1");
            }
        }
    }

    /**
     * A line as it was booked: what the claim to the supplier says.
     *
     * @param unitCost what a unit of the batch has cost; null when nobody knows
     */
    public record Sent(
            String sku,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            @Nullable BigDecimal unitCost,
            @Nullable String reason) {
        /** What is claimed for the line. */
        public @Nullable BigDecimal value() {
            return unitCost == null ? null : unitCost.multiply(BigDecimal.valueOf(quantity));
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Booked; the promises in {@code affected} had to move, because their units may not be sold.
         *
         * @param document what {@link SupplierClaim} is found by
         */
        record Booked(long document, Note note, List<Sent> lines, Instant at, List<Affected> affected)
                implements Outcome {}

        /** This very note was booked before. */
        record BookedBefore(Instant at) implements Outcome {}

        /** The reference was booked before with other lines. */
        record ReferenceTaken() implements Outcome {}

        /** One line cannot be booked, so none was. {@code line} counts from 1. */
        record LineRefused(int line, String sku, Why why, int available) implements Outcome {}
    }

    /** Why a line cannot be booked. */
    public enum Why {
        UNKNOWN_PRODUCT,
        UNKNOWN_BATCH,
        /** Several batches have this number; the expiry date must say which. */
        AMBIGUOUS,
        /** More units than there are. */
        NOT_THERE,
        /** So many are there, but some are promised. */
        UNITS_HELD
    }

    /** Sends units back. Those set aside go first; promised good units never. */
    public Outcome send(Tx tx, Note note) {
        tx.actor().must(Permission.RETURN_TO_SUPPLIER);
        Optional<StockDocument> before = StockDocument.find(tx, StockDocument.Kind.SUPPLIER_RETURN, note.reference());
        if (before.isPresent()) {
            return before.get().says(note)
                    ? new Outcome.BookedBefore(before.get().createdAt())
                    : new Outcome.ReferenceTaken();
        }
        List<ProductRef> refs = note.lines().stream()
                .<ProductRef>map(line -> new ProductRef.BySku(line.batch().sku()))
                .toList();
        ProductNames names = ProductNames.of(tx, refs);
        for (int i = 0; i < refs.size(); i++) {
            if (names.find(refs.get(i)) == null) {
                return new Outcome.LineRefused(i + 1, refs.get(i).said(), Why.UNKNOWN_PRODUCT, 0);
            }
        }
        List<ProductId> products = refs.stream().map(names::id).toList();
        return Shelves.change(tx, products, shelves -> book(shelves, note, products));
    }

    private static Outcome book(Shelves shelves, Note note, List<ProductId> products) {
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            Shelf shelf = shelves.of(products.get(i));
            BatchName name = note.lines().get(i).batch();
            switch (name.among(shelves.batchesNamed(shelf, name.batchNumber()))) {
                case BatchName.Meant.One one -> batches.add(one.batch());
                case BatchName.Meant.None none -> {
                    return new Outcome.LineRefused(i + 1, name.sku(), Why.UNKNOWN_BATCH, 0);
                }
                case BatchName.Meant.Several several -> {
                    return new Outcome.LineRefused(i + 1, name.sku(), Why.AMBIGUOUS, 0);
                }
            }
            Batch batch = batches.getLast();
            long wanted = 0;
            for (int j = 0; j <= i; j++) {
                wanted += batches.get(j).id().equals(batch.id())
                        ? note.lines().get(j).quantity()
                        : 0;
            }
            if (wanted > batch.quantity()) {
                return new Outcome.LineRefused(i + 1, name.sku(), Why.NOT_THERE, batch.quantity());
            }
            if (wanted > batch.quantity() - batch.reserved()) {
                return new Outcome.LineRefused(i + 1, name.sku(), Why.UNITS_HELD, batch.quantity() - batch.reserved());
            }
        }
        StockDocument document = StockDocument.book(
                shelves.tx(), StockDocument.Kind.SUPPLIER_RETURN, note.reference(), note, note.supplier());
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            sent.add(send(
                    shelves,
                    shelves.of(products.get(i)),
                    batches.get(i),
                    note.lines().get(i),
                    note,
                    document));
        }
        return new Outcome.Booked(document.id(), note, sent, shelves.now(), shelves.affected());
    }

    private static Sent send(Shelves shelves, Shelf shelf, Batch batch, Line line, Note note, StockDocument document) {
        batch.discard(line.quantity());
        shelf.product().addStock(-line.quantity());
        shelves.record(
                shelf,
                batch,
                -line.quantity(),
                batch.unitCost(),
                new Movement.Cause(
                        MovementType.SUPPLIER_RETURN,
                        null,
                        line.reason(),
                        note.reference(),
                        document.id(),
                        null,
                        null));
        return new Sent(
                shelf.product().sku(),
                batch.number(),
                batch.expiryDate(),
                line.quantity(),
                batch.unitCost(),
                line.reason());
    }
}
