package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.stock.OpeningStock.Refusal;
import app.mortar.stock.OpeningStock.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of one opening list against the locked shelves: each is judged, and then all are put away in one go. */
final class OpeningLines {
    private record Key(ProductId product, String number) {}

    /** A line and where its units go: to a batch that is known, or to one that begins with them. */
    private record Target(GoodsIn.Line line, Batch batch) {}

    private final Shelves shelves;
    private final Map<String, ProductId> products;
    private final boolean withExpired;
    private final Map<Key, List<Batch>> known;
    private final Set<Long> openedBefore;
    private final Map<ProductId, Long> coming = new HashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int judged;

    OpeningLines(Shelves shelves, Map<String, ProductId> products, boolean withExpired) {
        this.shelves = shelves;
        this.products = products;
        this.withExpired = withExpired;
        shelves.lookForEmptyBatches();
        this.known = shelves.all().stream()
                .flatMap(shelf -> shelf.batches().stream())
                .collect(Collectors.groupingBy(batch -> new Key(batch.product(), batch.number())));
        this.openedBefore = new HashSet<>(shelves.batchesOfOpeningLists());
    }

    /** The next line of the list. */
    void judge(GoodsIn.Line line) {
        int refusedBefore = refusals.size();
        ProductId id = products.get(line.sku());
        if (id == null) {
            refuse(
                    Why.PRODUCT,
                    "There is no product " + line.sku() + ". Correct the SKU, or import the products list first.");
        } else {
            List<Batch> sameNumber = known.getOrDefault(new Key(id, line.batchNumber()), List.of());
            judgeExpiry(line, shelves.of(id).product());
            judgeBatch(line, sameNumber);
            judgeQuantity(line, shelves.of(id).product());
            if (refusals.size() == refusedBefore) {
                Batch batch = sameNumber.isEmpty()
                        ? Batch.first(id, line.batchNumber(), line.expiryDate(), shelves.now())
                        : sameNumber.getFirst();
                targets.add(new Target(line, batch));
            }
        }
        judged++;
    }

    private void refuse(Why why, String message) {
        refusals.add(new Refusal(judged, why, message));
    }

    private void judgeExpiry(GoodsIn.Line line, ProductRow product) {
        LocalDate expiry = line.expiryDate();
        if (product.expires() && expiry == null) {
            refuse(Why.EXPIRY, "Expiry date is missing: " + line.sku() + " expires.");
        } else if (!product.expires() && expiry != null) {
            refuse(
                    Why.EXPIRY,
                    line.sku() + " is listed as a product that does not expire. Clear the cell, or set"
                            + " Expires to yes in the products list.");
        } else if (expiry != null && !expiry.isAfter(shelves.today()) && !withExpired) {
            refuse(
                    Why.EXPIRY,
                    "It has expired: today is " + shelves.today() + ". Delete the row, or import with"
                            + " --allow-expired to have it in the books until it is written off.");
        }
    }

    private void judgeBatch(GoodsIn.Line line, List<Batch> sameNumber) {
        for (Batch batch : sameNumber) {
            if (!Objects.equals(batch.expiryDate(), line.expiryDate())) {
                refuse(
                        Why.EXPIRY,
                        "Batch " + batch.number() + " of " + line.sku() + " is in the books with "
                                + said(batch.expiryDate()) + ". Read the date again from the pack.");
            } else if (batch.isRecalled()) {
                refuse(Why.BATCH, "Batch " + batch.number() + " of " + line.sku() + " was recalled.");
            } else if (openedBefore.contains(batch.id().value())) {
                refuse(
                        Why.BATCH,
                        "Batch " + batch.number() + " of " + line.sku() + " was booked as opening stock"
                                + " before. Delete the row; a quantity that is wrong is put right by a count.");
            }
        }
    }

    private static String said(@Nullable LocalDate expiry) {
        return expiry == null ? "no expiry date" : "expiry date " + expiry;
    }

    private void judgeQuantity(GoodsIn.Line line, ProductRow product) {
        long total = coming.merge(product.id(), (long) line.quantity(), Long::sum) + product.stock();
        if (total > Integer.MAX_VALUE) {
            refuse(Why.QUANTITY, "It would bring the stock of " + line.sku() + " above " + Integer.MAX_VALUE + ".");
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** Books all lines; none may have been refused. */
    void putAway(Movement.Cause cause) {
        targets.forEach(target ->
                target.batch().receive(target.line().quantity(), target.line().unitCost()));
        shelves.openAll(targets.stream().map(Target::batch).filter(Batch::isNew).toList());
        for (Target target : targets) {
            Shelf shelf = shelves.of(target.batch().product());
            shelf.product().addStock(target.line().quantity());
            shelves.record(
                    shelf,
                    target.batch(),
                    target.line().quantity(),
                    target.line().unitCost(),
                    cause);
        }
    }
}
