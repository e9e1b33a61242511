package app.mortar.fulfilment;

import app.mortar.kernel.BatchId;
import app.mortar.kernel.ProductId;
import app.mortar.stock.FefoMark;
import app.mortar.stock.Shortage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is picked: its lines in the order in which one walks along the shelves.
 *
 * @param shortages lines for which there are not enough units any more
 * @param stockUpdatedAt when its units left the shelf; null while they have not
 */
public record PickList(
        long order,
        String externalRef,
        Channel channel,
        OrderStatus status,
        Customer customer,
        @Nullable Instant promisedAt,
        Instant createdAt,
        @Nullable Instant stockUpdatedAt,
        List<Line> lines,
        List<Shortage> shortages) {
    public PickList {
        lines = List.copyOf(lines);
        shortages = List.copyOf(shortages);
    }

    /**
     * Units of one batch to take.
     *
     * @param verified of these, how many were checked
     */
    public record Line(
            ProductId product,
            String sku,
            String name,
            @Nullable String strength,
            @Nullable String form,
            @Nullable String shelf,
            @Nullable String gtin,
            BatchId batch,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int quantity,
            int verified,
            FefoMark fefo) {
        public boolean isVerified() {
            return verified == quantity;
        }

        public int missing() {
            return quantity - verified;
        }
    }

    /** What a pack is, seen from this list. Needs no look at the books. */
    public sealed interface Verdict {
        /** Take it. */
        record Right(Line line) implements Verdict {}

        /** Right, but {@code over} more than this line wants. */
        record TooMany(Line line, int over) implements Verdict {}

        /** The code does not say the batch: somebody must look at the pack. */
        record BatchNotSaid(Line line) implements Verdict {}

        /** The number is right, but the pack says another expiry than the books. */
        record OtherExpiry(Line line) implements Verdict {}

        /** The product is right, the batch is not; {@code line} is where it would belong. */
        record OtherBatch(Line line) implements Verdict {}

        /** Nothing of this is in the order. */
        record NotInOrder() implements Verdict {}
    }

    /** Is all of it checked, and nothing short? */
    public boolean isReady() {
        return !lines.isEmpty() && shortages.isEmpty() && lines.stream().allMatch(Line::isVerified);
    }

    public long linesVerified() {
        return lines.stream().filter(Line::isVerified).count();
    }

    /** Judges a pack by its product, batch number and expiry, as far as these are known. */
    public Verdict judge(Pack pack) {
        List<Line> ofProduct =
                lines.stream().filter(line -> isProduct(line, pack)).toList();
        if (ofProduct.isEmpty()) {
            return new Verdict.NotInOrder();
        }
        Line expected = ofProduct.stream()
                .filter(line -> !line.isVerified())
                .findFirst()
                .orElse(ofProduct.getFirst());
        if (pack.batchNumber() == null) {
            return expected.missing() < pack.units()
                    ? new Verdict.TooMany(expected, pack.units() - expected.missing())
                    : new Verdict.BatchNotSaid(expected);
        }
        List<Line> sameNumber =
                ofProduct.stream().filter(line -> isBatch(line, pack)).toList();
        if (sameNumber.isEmpty()) {
            return new Verdict.OtherBatch(expected);
        }
        return sameNumber.stream()
                .filter(line -> pack.expiryDate() == null || Objects.equals(pack.expiryDate(), line.expiryDate()))
                .findFirst()
                .<Verdict>map(line -> fits(line, pack.units()))
                .orElseGet(() -> new Verdict.OtherExpiry(sameNumber.getFirst()));
    }

    private static Verdict fits(Line line, int units) {
        return units > line.missing() ? new Verdict.TooMany(line, units - line.missing()) : new Verdict.Right(line);
    }

    private static boolean isProduct(Line line, Pack pack) {
        return pack.gtin() == null ? isBatch(line, pack) : pack.gtin().digits().equals(line.gtin());
    }

    /** Typed letters may be small ones. */
    private static boolean isBatch(Line line, Pack pack) {
        return line.batchNumber().equalsIgnoreCase(pack.batchNumber());
    }
}
