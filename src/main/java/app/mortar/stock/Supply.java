package app.mortar.stock;

import app.mortar.fefo.Allocation;
import app.mortar.fefo.Fefo;
import app.mortar.fefo.Pick;
import app.mortar.kernel.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answer to "can the whole cart be supplied?": all of it, or every line that is short. Decides, changes nothing. */
public sealed interface Supply {
    /** Yes, from these batches. */
    record Full(Map<ProductId, List<Pick>> plan) implements Supply {}

    /** No; every short line is named. */
    record TooLittle(List<Shortage> shortages) implements Supply {}

    /**
     * Decides on the locked shelves.
     *
     * @param wanted units of each product, lines of one product summed
     * @param own a hold whose open units count as free, because it is the one that asks
     */
    static Supply decide(Shelves shelves, Map<ProductId, Long> wanted, @Nullable CartHold own) {
        Map<ProductId, List<Slice>> kept = own == null ? Map.of() : keptBy(shelves, own);
        Map<ProductId, List<Pick>> plan = new TreeMap<>();
        List<Shortage> shortages = new ArrayList<>();
        new TreeMap<>(wanted).forEach((product, units) -> {
            Shelf shelf = shelves.of(product);
            var lots = shelf.lotsFor(kept.getOrDefault(product, List.of()));
            switch (Fefo.allocate(units, lots, shelves.today())) {
                case Allocation.Filled filled -> plan.put(product, filled.picks());
                case Allocation.Shortfall shortfall ->
                    shortages.add(new Shortage(product, shelf.product().sku(), units, shortfall.available()));
            }
        });
        return shortages.isEmpty() ? new Full(plan) : new TooLittle(shortages);
    }

    private static Map<ProductId, List<Slice>> keptBy(Shelves shelves, CartHold hold) {
        Map<ProductId, List<Slice>> kept = new TreeMap<>();
        shelves.promises().linesOf(hold).stream()
                .filter(line -> line.status().isOpen())
                .forEach(line -> kept.put(line.product(), line.slices()));
        return kept;
    }
}
