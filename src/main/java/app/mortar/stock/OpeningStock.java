package app.mortar.stock;

import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What lies on the shelves on the day the books are opened: a whole list of it, all lines or none. The same list is
 * booked once, whoever brings it and in whatever order its lines stand; so is each batch, should a list come again with
 * something else changed.
 */
public final class OpeningStock {
    /**
     * A list.
     *
     * @param lines every batch of a product once
     * @param withExpired whether lines may be past their date; they are booked, and cannot be sold
     */
    public record Stocktake(List<GoodsIn.Line> lines, boolean withExpired) {
        public Stocktake {
            lines = List.copyOf(lines);
        }
    }

    /** What the list came to. */
    public sealed interface Outcome {
        /** Booked now. */
        record Booked(int products, int batches, long units) implements Outcome {}

        /** This very list was booked before. */
        record BookedBefore(Instant at) implements Outcome {}

        /** Some lines cannot be booked, so none was. */
        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /**
     * Why a line cannot be booked.
     *
     * @param line its index, from 0
     * @param message a sentence with the way to mend it
     */
    public record Refusal(int line, Why why, String message) {}

    /** What of a line is at fault. */
    public enum Why {
        PRODUCT,
        BATCH,
        EXPIRY,
        QUANTITY
    }

    /** The list without the order of its lines. */
    private record Content(List<GoodsIn.Line> lines) {
        private static final Comparator<GoodsIn.Line> IN_ORDER =
                Comparator.comparing(GoodsIn.Line::sku).thenComparing(GoodsIn.Line::batchNumber);

        static Content of(Stocktake list) {
            return new Content(list.lines().stream().sorted(IN_ORDER).toList());
        }
    }

    /** Books a list. */
    public Outcome book(Tx tx, Stocktake list) {
        tx.actor().must(Permission.IMPORT);
        Content content = Content.of(list);
        String reference = "opening-" + StockDocument.hash(content).substring(0, 16);
        Optional<StockDocument> before = StockDocument.findOpening(tx, reference);
        if (before.isPresent()) {
            return new Outcome.BookedBefore(before.get().createdAt());
        }
        Map<String, ProductId> products = ProductNames.ofSkus(
                tx, list.lines().stream().map(GoodsIn.Line::sku).distinct().toList());
        return Shelves.change(tx, products.values(), shelves -> {
            OpeningLines lines = new OpeningLines(shelves, products, list.withExpired());
            list.lines().forEach(lines::judge);
            if (!lines.refusals().isEmpty()) {
                return new Outcome.Refused(lines.refusals());
            }
            StockDocument note = StockDocument.bookOpening(tx, reference, content);
            lines.putAway(new Movement.Cause(MovementType.IN, null, null, reference, note.id(), null, null));
            long units = list.lines().stream().mapToLong(GoodsIn.Line::quantity).sum();
            return new Outcome.Booked(products.size(), list.lines().size(), units);
        });
    }
}
