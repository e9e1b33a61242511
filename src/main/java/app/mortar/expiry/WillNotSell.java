package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.fefo.Lot;
import app.mortar.kernel.BatchId;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.stock.Batch;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Forecast} needs for all products that have something expiring within a year, and ranks what will
 * not sell by the money that is lost with it. Products of whose use too little is known are told apart: nothing is
 * concluded about them.
 */
public final class WillNotSell {
    private static final int DAYS = 365;

    /**
     * Units of a batch that will be left on its date.
     *
     * @param perDay units of the product that go each day
     * @param loss what they have cost; null when nobody knows
     */
    public record Row(
            String sku,
            String product,
            String batchNumber,
            LocalDate expiryDate,
            int onShelf,
            int left,
            double perDay,
            @Nullable BigDecimal loss,
            Forecast.Act act) {}

    /**
     * The forecast.
     *
     * @param rows by loss, the greatest first
     * @param unknown products of whose use too little is known
     */
    public record Outlook(List<Row> rows, int unknown) {}

    private record Named(String sku, String name) {}

    /** Looks ahead. */
    public Outlook look(Tx tx) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<ProductId, List<Batch>> batches = batches(tx);
        Map<ProductId, Use> uses = Uses.of(tx, batches.keySet());
        Map<ProductId, Named> names = names(tx, batches.keySet());
        List<Row> rows = new ArrayList<>();
        int unknown = 0;
        for (Map.Entry<ProductId, List<Batch>> product : batches.entrySet()) {
            OptionalDouble perDay =
                    uses.getOrDefault(product.getKey(), Use.UNKNOWN).perDay();
            if (perDay.isEmpty()) {
                unknown++;
                continue;
            }
            rows.addAll(rows(
                    names.getOrDefault(product.getKey(), new Named("", "")),
                    product.getValue(),
                    perDay.getAsDouble(),
                    tx.today()));
        }
        rows.sort(Comparator.comparing(
                        (Row row) -> row.loss() == null ? BigDecimal.ZERO : row.loss(), Comparator.reverseOrder())
                .thenComparing(Row::left, Comparator.reverseOrder())
                .thenComparing(Row::sku)
                .thenComparing(Row::batchNumber));
        return new Outlook(rows, unknown);
    }

    private static List<Row> rows(Named name, List<Batch> batches, double perDay, LocalDate today) {
        Map<BatchId, Batch> byId = new HashMap<>();
        List<Lot> lots = new ArrayList<>();
        batches.forEach(batch -> {
            byId.put(batch.id(), batch);
            lots.add(batch.asLot());
        });
        return Forecast.of(lots, perDay, today).stream()
                .map(left -> row(name, Objects.requireNonNull(byId.get(left.batch())), left, perDay))
                .toList();
    }

    private static Row row(Named name, Batch batch, Forecast.Leftover left, double perDay) {
        BigDecimal cost = batch.unitCost();
        return new Row(
                name.sku(),
                name.name(),
                batch.number(),
                left.expiry(),
                batch.quantity(),
                left.units(),
                perDay,
                cost == null ? null : cost.multiply(BigDecimal.valueOf(left.units())),
                left.act());
    }

    /** All batches of the products of which a batch expires within the year: those before it are sold first. */
    private static Map<ProductId, List<Batch>> batches(Tx tx) {
        Map<ProductId, List<Batch>> batches = new LinkedHashMap<>();
        tx.session()
                .createNativeQuery("""
                        select b.* from inventory_batch b where b.quantity > 0 and b.product_id in (
                          select d.product_id from (
                            select b.product_id, %s as days from inventory_batch b
                            where b.quantity > 0 and b.expiry_date is not null) d
                          where d.days > 0 and d.days <= %d)
                        order by b.product_id, %s""".formatted(Fefo.GOOD_DAYS_SQL, DAYS, Fefo.ORDER_SQL), Batch.class)
                .setParameter("first", tx.today())
                .getResultList()
                .forEach(batch -> batches.computeIfAbsent(batch.product(), product -> new ArrayList<>())
                        .add(batch));
        return batches;
    }

    private static Map<ProductId, Named> names(Tx tx, Collection<ProductId> products) {
        Map<ProductId, Named> names = new HashMap<>();
        if (!products.isEmpty()) {
            tx.session()
                    .createNativeQuery(
                            "select p.id, p.sku, p.name from unnest(cast(:products as bigint array)) as u(id)"
                                    + " join product p on p.id = u.id",
                            Object[].class)
                    .setParameter(
                            "products", products.stream().map(ProductId::value).toArray(Long[]::new), Long[].class)
                    .getResultList()
                    .forEach(row -> names.put(
                            new ProductId(((Number) row[0]).longValue()), new Named((String) row[1], (String) row[2])));
        }
        return names;
    }
}
