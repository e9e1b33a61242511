package app.mortar.stock;

import app.mortar.fefo.Allocation;
import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.fefo.Pick;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What can be sold of some products now and which batches would be handed over. Looks without locks, so it promises
 * nothing: only a hold does.
 */
public final class NextBatches {
    /**
     * What one product has to offer.
     *
     * @param available units that may be promised now
     * @param batches those that would be handed over, as far as there are units
     * @param after the batch whose turn comes behind these; null when there is none
     */
    public record Offer(
            int available, List<Portion> batches, @Nullable String after) {
        public static final Offer NOTHING = new Offer(0, List.of(), null);

        public Offer {
            batches = List.copyOf(batches);
        }
    }

    /** Units of one batch. */
    public record Portion(String batchNumber, @Nullable LocalDate expiryDate, int quantity) {}

    private record Known(String number, Lot lot) {}

    private NextBatches() {}

    /** Answers for each product of {@code wanted}, whether it has anything or not. */
    public static Map<ProductId, Offer> of(Tx tx, Map<ProductId, Integer> wanted) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<ProductId, Offer> offers = new TreeMap<>();
        if (wanted.isEmpty()) {
            return offers;
        }
        Map<ProductId, List<Known>> lots =
                lots(tx, wanted.keySet().stream().map(ProductId::value).toList());
        wanted.forEach((product, units) ->
                offers.put(product, offer(lots.getOrDefault(product, List.of()), units, tx.today())));
        return offers;
    }

    private static Offer offer(List<Known> known, int wanted, LocalDate today) {
        List<Lot> lots = known.stream().map(Known::lot).toList();
        int available = Fefo.free(lots, today);
        Map<BatchId, Known> byId = new HashMap<>();
        known.forEach(batch -> byId.put(batch.lot().batch(), batch));
        List<Portion> portions = new ArrayList<>();
        if (Fefo.allocate(Math.min(wanted, available), lots, today) instanceof Allocation.Filled filled) {
            for (Pick pick : filled.picks()) {
                Known batch = Objects.requireNonNull(byId.remove(pick.batch()));
                portions.add(new Portion(batch.number(), batch.lot().expiry(), pick.quantity()));
            }
        }
        String after = byId.values().stream()
                .filter(batch -> batch.lot().freeUnits(today) > 0)
                .min((one, other) -> Fefo.ORDER.compare(one.lot(), other.lot()))
                .map(Known::number)
                .orElse(null);
        return new Offer(available, portions, after);
    }

    private static Map<ProductId, List<Known>> lots(Tx tx, List<Long> products) {
        Map<ProductId, List<Known>> lots = new HashMap<>();
        tx.session()
                .createNativeQuery("""
                        select b.product_id, b.id, b.batch_number, b.expiry_date, b.received_at, b.quantity,
                          b.quarantined_quantity, coalesce(h.held, 0) as held
                        from product p join inventory_batch b on b.product_id = p.id
                        left join (
                          select a.batch_id, sum(a.quantity) as held
                          from stock_reservation r join reservation_allocation a on a.reservation_id = r.id
                          where r.product_id in (:products)
                            and (r.status = 'COMMITTED' or (r.status = 'ACTIVE' and r.expires_at > :now))
                          group by a.batch_id) h on h.batch_id = b.id
                        where p.id in (:products) and p.active and b.quantity > 0 and %s""".formatted(Fefo.GOOD_BATCH_SQL), Object[].class)
                .addScalar("product_id", Long.class)
                .addScalar("id", Long.class)
                .addScalar("batch_number", String.class)
                .addScalar("expiry_date", LocalDate.class)
                .addScalar("received_at", Instant.class)
                .addScalar("quantity", Integer.class)
                .addScalar("quarantined_quantity", Integer.class)
                .addScalar("held", Integer.class)
                .setParameterList("products", products)
                .setParameter("now", tx.now())
                .setParameter("today", tx.today())
                .getResultList()
                .forEach(row -> lots.computeIfAbsent(new ProductId((Long) row[0]), id -> new ArrayList<>())
                        .add(new Known(
                                (String) row[2],
                                new Lot(
                                        new BatchId((Long) row[1]),
                                        (@Nullable LocalDate) row[3],
                                        (Instant) row[4],
                                        (Integer) row[5],
                                        (Integer) row[7],
                                        (Integer) row[6],
                                        false))));
        return lots;
    }
}
