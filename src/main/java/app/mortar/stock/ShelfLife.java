package app.mortar.stock;

import app.mortar.catalogue.Product;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many days must be left of a product when it comes in. Fewer are no reason to refuse it, but a reason to ask.
 *
 * @param needed days for each product that has such a minimum
 */
public record ShelfLife(Map<ProductId, Integer> needed) {
    /** For those who cannot be asked. */
    static final ShelfLife OF_NO_MATTER = new ShelfLife(Map.of());

    public ShelfLife {
        needed = Map.copyOf(needed);
    }

    static ShelfLife of(Tx tx, Collection<ProductId> products) {
        Map<ProductId, Integer> needed = new HashMap<>();
        tx.session()
                .createSelectionQuery(
                        "from Product p where p.id in :ids and p.minShelfLifeDays is not null", Product.class)
                .setParameter("ids", products.stream().map(ProductId::value).toList())
                .getResultList()
                .forEach(product -> needed.put(
                        product.id(), Objects.requireNonNull(product.asForm().minShelfLifeDays())));
        return new ShelfLife(needed);
    }

    /** Days that are left of units with that expiry. */
    public static long left(LocalDate expiry, LocalDate today) {
        return ChronoUnit.DAYS.between(today, expiry);
    }

    /** Are units with that expiry good, but for fewer days than are needed? */
    public static boolean isShort(@Nullable Integer needed, @Nullable LocalDate expiry, LocalDate today) {
        return needed != null && expiry != null && left(expiry, today) > 0 && left(expiry, today) < needed;
    }

    /** The first line that needs a reason and has none. */
    Optional<GoodsIn.Outcome> refusal(GoodsIn.Receipt receipt, List<ProductId> products, LocalDate today) {
        for (int i = 0; i < products.size(); i++) {
            GoodsIn.Line line = receipt.lines().get(i);
            Integer days = needed.get(products.get(i));
            String reason = line.shortLifeReason();
            if ((reason == null || reason.isBlank()) && isShort(days, line.expiryDate(), today)) {
                return Optional.of(new GoodsIn.Outcome.LineRefused(
                        i + 1,
                        line.sku(),
                        GoodsIn.Why.SHORT_LIFE,
                        "Batch " + line.batchNumber() + " has "
                                + left(Objects.requireNonNull(line.expiryDate()), today)
                                + " days left, this product needs " + days + ": say why it is taken."));
            }
        }
        return Optional.empty();
    }
}
