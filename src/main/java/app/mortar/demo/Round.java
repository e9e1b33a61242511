package app.mortar.demo;

import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.stock.Batch;
import app.mortar.stock.BatchName;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What somebody who walks along the shelves sees, and what of it nobody has counted on for that day yet. */
final class Round {
    /** A batch as it lies there. */
    record Seen(Medicine medicine, Batch batch) {
        Lot lot() {
            return batch.asLot();
        }

        BatchName name() {
            return new BatchName(medicine.sku(), batch.number(), batch.expiryDate());
        }
    }

    private final LocalDate today;
    private final List<Seen> seen;
    private final Map<String, Integer> countedOn = new HashMap<>();

    Round(LocalDate today, List<Seen> seen) {
        this.today = today;
        this.seen = seen.stream()
                .sorted(Comparator.comparing(Seen::lot, Fefo.ORDER))
                .toList();
    }

    /** Units that may be promised, less those that were counted on before. */
    int free(Medicine medicine) {
        int units = Fefo.free(of(medicine).map(Seen::lot).toList(), today);
        return units - countedOn.getOrDefault(medicine.sku(), 0);
    }

    /** Counts on so many units, or on as many as are free. */
    int countOn(Medicine medicine, int wanted) {
        int units = Math.min(wanted, free(medicine));
        countedOn.merge(medicine.sku(), units, Integer::sum);
        return units;
    }

    /** The batch that goes next, with at least so many free units. */
    Seen next(Medicine medicine, int units) {
        return of(medicine)
                .filter(one -> one.lot().freeUnits(today) >= units)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No batch of " + medicine.sku() + " has " + units));
    }

    /** Batches that lie there and may not be sold any more because of their date. */
    List<Seen> expired() {
        return seen.stream()
                .filter(one -> !one.lot().recalled() && !one.lot().isGoodOn(today))
                .toList();
    }

    /** What that batch is called in full. */
    BatchName named(String sku, String batchNumber) {
        return seen.stream()
                .map(Seen::name)
                .filter(name -> name.sku().equals(sku) && name.batchNumber().equals(batchNumber))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No batch " + batchNumber + " of " + sku + " is there"));
    }

    private Stream<Seen> of(Medicine medicine) {
        return seen.stream().filter(one -> one.medicine().equals(medicine));
    }
}
