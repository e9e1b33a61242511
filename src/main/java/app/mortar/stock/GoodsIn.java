package app.mortar.stock;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The goods-in desk: what a supplier delivered is booked, all lines or none, and once. */
public final class GoodsIn {
    /**
     * A delivery note.
     *
     * @param reference the supplier's document number; booked once for whoever gives it
     */
    public record Receipt(String reference, @Nullable String supplier, List<Line> lines) {
        public Receipt {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Units of one batch.
     *
     * @param expiryDate null exactly for products that do not expire
     * @param unitCost what one unit cost, in the pharmacy's currency, up to 4 decimals
     * @param secondBatch whether somebody has looked at the pack and says that a known number has this expiry, too
     * @param shortLifeReason why units were taken that expire sooner than the product's minimum; null if they do not
     */
    public record Line(
            String sku,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            @Nullable BigDecimal unitCost,
            boolean secondBatch,
            @Nullable String shortLifeReason) {
        public Line {
            unitCost = unitCost == null ? null : unitCost.setScale(4, RoundingMode.UNNECESSARY);
        }

        /** As a machine says it, which nobody can ask. */
        public Line(
                String sku,
                String batchNumber,
                @Nullable LocalDate expiryDate,
                int quantity,
                @Nullable BigDecimal unitCost) {
            this(sku, batchNumber, expiryDate, quantity, unitCost, false, null);
        }
    }

    /** What the delivery came to. */
    public sealed interface Outcome {
        /** Booked now. */
        record Booked(Receipt receipt, Instant at) implements Outcome {}

        /** This very note was booked before. */
        record BookedBefore(Receipt receipt, Instant at) implements Outcome {}

        /** The reference was booked before with other lines. */
        record ReferenceTaken() implements Outcome {}

        record UnknownProducts(List<String> skus) implements Outcome {}

        /** One line cannot be booked, so none was. {@code line} counts from 1. */
        record LineRefused(int line, String sku, Why why, String message) implements Outcome {}
    }

    /** Why a line cannot be booked. */
    public enum Why {
        EXPIRED_ON_ARRIVAL,
        OTHER_EXPIRY,
        RECALLED,
        /** Fewer days are left than the product needs, and nobody has said why it is taken all the same. */
        SHORT_LIFE
    }

    /** Books a delivery. */
    public Outcome receive(Tx tx, Receipt receipt) {
        return receive(tx, receipt, false);
    }

    /** As {@link #receive}, by somebody who can be asked: units that expire too soon need a reason. */
    public Outcome receiveByHand(Tx tx, Receipt receipt) {
        return receive(tx, receipt, true);
    }

    private static Outcome receive(Tx tx, Receipt receipt, boolean byHand) {
        tx.actor().must(Permission.RECEIVE);
        Optional<StockDocument> before = StockDocument.find(tx, StockDocument.Kind.RECEIPT, receipt.reference());
        if (before.isPresent()) {
            return before.get().says(receipt)
                    ? new Outcome.BookedBefore(receipt, before.get().createdAt())
                    : new Outcome.ReferenceTaken();
        }
        List<ProductRef> refs = receipt.lines().stream()
                .<ProductRef>map(line -> new ProductRef.BySku(line.sku()))
                .toList();
        ProductNames names = ProductNames.of(tx, refs);
        List<String> unknown = names.unknown(refs);
        if (!unknown.isEmpty()) {
            return new Outcome.UnknownProducts(unknown);
        }
        List<ProductId> products = refs.stream().map(names::id).toList();
        ShelfLife shelfLife = byHand ? ShelfLife.of(tx, products) : ShelfLife.OF_NO_MATTER;
        return Shelves.change(tx, products, shelves -> shelfLife
                .refusal(receipt, products, shelves.today())
                .orElseGet(() -> book(shelves, receipt, products)));
    }

    private static Outcome book(Shelves shelves, Receipt receipt, List<ProductId> products) {
        mustFit(shelves, receipt, products);
        Map<String, Line> numbersSeen = new HashMap<>();
        List<@Nullable Batch> targets = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            Line line = receipt.lines().get(i);
            Shelf shelf = shelves.of(products.get(i));
            List<Batch> sameNumber = shelves.batchesNamed(shelf, line.batchNumber());
            Optional<Outcome.LineRefused> no = refusal(shelves, i + 1, line, sameNumber);
            Line other = numbersSeen.putIfAbsent(products.get(i) + " " + line.batchNumber(), line);
            if (no.isEmpty()
                    && !line.secondBatch()
                    && other != null
                    && !Objects.equals(other.expiryDate(), line.expiryDate())) {
                no = Optional.of(otherExpiry(i + 1, line, other.expiryDate()));
            }
            if (no.isPresent()) {
                return no.get();
            }
            targets.add(sameNumber.stream()
                    .filter(batch -> Objects.equals(batch.expiryDate(), line.expiryDate()))
                    .findFirst()
                    .orElse(null));
        }
        StockDocument note = StockDocument.book(
                shelves.tx(), StockDocument.Kind.RECEIPT, receipt.reference(), receipt, receipt.supplier());
        for (int i = 0; i < products.size(); i++) {
            putAway(shelves, shelves.of(products.get(i)), receipt.lines().get(i), targets.get(i), receipt, note);
        }
        return new Outcome.Booked(receipt, shelves.now());
    }

    private static void mustFit(Shelves shelves, Receipt receipt, List<ProductId> products) {
        List<InvalidInput.Mistake> mistakes = new ArrayList<>();
        Map<ProductId, Long> coming = new HashMap<>();
        IntStream.range(0, products.size()).forEach(i -> {
            Line line = receipt.lines().get(i);
            ProductRow product = shelves.of(products.get(i)).product();
            if (product.expires() != (line.expiryDate() != null)) {
                String message = product.expires()
                        ? "is needed: this product expires"
                        : "must be left out: this product does not expire";
                mistakes.add(mistake(i, "expiryDate", message, line));
            }
            long total = coming.merge(product.id(), (long) line.quantity(), Long::sum) + product.stock();
            if (total > Integer.MAX_VALUE) {
                mistakes.add(mistake(i, "quantity", "would bring the stock above " + Integer.MAX_VALUE, line));
            }
        });
        if (!mistakes.isEmpty()) {
            throw new InvalidInput(mistakes);
        }
    }

    private static InvalidInput.Mistake mistake(int index, String field, String message, Line line) {
        return new InvalidInput.Mistake("lines[" + index + "]." + field, message, index + 1, line.sku());
    }

    private static Optional<Outcome.LineRefused> refusal(
            Shelves shelves, int number, Line line, List<Batch> sameNumber) {
        LocalDate expiry = line.expiryDate();
        if (expiry != null && !expiry.isAfter(shelves.today())) {
            return Optional.of(new Outcome.LineRefused(
                    number,
                    line.sku(),
                    Why.EXPIRED_ON_ARRIVAL,
                    "Batch " + line.batchNumber() + " expires on " + expiry + " and today is " + shelves.today()
                            + ": it cannot be received for sale."));
        }
        if (sameNumber.stream().anyMatch(Batch::isRecalled)) {
            return Optional.of(new Outcome.LineRefused(
                    number, line.sku(), Why.RECALLED, "Batch " + line.batchNumber() + " was recalled."));
        }
        boolean known = sameNumber.stream().anyMatch(batch -> Objects.equals(batch.expiryDate(), expiry));
        return known || line.secondBatch()
                ? Optional.empty()
                : sameNumber.stream().findFirst().map(batch -> otherExpiry(number, line, batch.expiryDate()));
    }

    private static Outcome.LineRefused otherExpiry(int number, Line line, @Nullable LocalDate known) {
        return new Outcome.LineRefused(
                number,
                line.sku(),
                Why.OTHER_EXPIRY,
                "Batch " + line.batchNumber() + " is known with expiry " + known + ", not " + line.expiryDate()
                        + ": look at the pack again.");
    }

    private static void putAway(
            Shelves shelves, Shelf shelf, Line line, @Nullable Batch known, Receipt receipt, StockDocument note) {
        Batch batch = known != null
                ? known
                : shelves.batchesNamed(shelf, line.batchNumber()).stream()
                        .filter(other -> Objects.equals(other.expiryDate(), line.expiryDate()))
                        .findFirst()
                        .orElseGet(() -> shelves.open(shelf, line.batchNumber(), line.expiryDate()));
        batch.receive(line.quantity(), line.unitCost());
        shelf.product().addStock(line.quantity());
        shelves.record(
                shelf,
                batch,
                line.quantity(),
                line.unitCost(),
                new Movement.Cause(MovementType.IN, null, noted(line), receipt.reference(), note.id(), null, null));
    }

    private static @Nullable String noted(Line line) {
        return line.shortLifeReason() == null ? null : "Short shelf life: " + line.shortLifeReason();
    }
}
