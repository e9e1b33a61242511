package app.mortar.recall;

import app.mortar.kernel.InvalidInput;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** Where the batches of a manufacturer's list are: here, promised to somebody, or with customers. Nothing is changed. */
public final class RecallSearch {
    /** More than any letter names. */
    public static final int MOST = 1_000;

    /**
     * A batch of one of the numbers.
     *
     * @param onShelf units that are here
     * @param promised of these, to live carts and orders
     * @param withCustomers units handed out that have not come back
     */
    public record Found(
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            int onShelf,
            int promised,
            int withCustomers,
            boolean recalled) {}

    /**
     * What there is of a list.
     *
     * @param found by product and expiry date
     * @param unknown numbers that no batch has, as they were given
     */
    public record Answer(List<Found> found, List<String> unknown) {}

    private RecallSearch() {}

    /**
     * Looks for batch numbers, in capitals or not.
     *
     * @param gtin only of the product with this code; null for all
     * @throws InvalidInput more than {@link #MOST} numbers: none is left out silently
     */
    public static Answer of(Tx tx, Collection<String> numbers, @Nullable String gtin) {
        tx.actor().must(Permission.RECALL);
        List<String> wanted = numbers.stream().distinct().toList();
        if (wanted.size() > MOST) {
            throw new InvalidInput(
                    "numbers",
                    "must be at most " + MOST + " at a time; there are " + wanted.size() + ". Nothing was looked for");
        }
        if (wanted.isEmpty()) {
            return new Answer(List.of(), List.of());
        }
        var query = tx.session()
                .createNativeQuery(
                        """
                        select p.sku as sku, p.name as name, b.batch_number as batch_number, b.expiry_date as expiry_date,
                          b.quantity as quantity, b.status as status,
                          (select coalesce(sum(a.quantity), 0) from reservation_allocation a
                           join stock_reservation r on r.id = a.reservation_id
                           where a.batch_id = b.id and (r.status = 'COMMITTED'
                             or (r.status = 'ACTIVE' and r.expires_at > :now))) as promised,
                          (select coalesce(-sum(m.quantity), 0) from inventory_movement m
                           where m.batch_id = b.id and m.type in ('OUT', 'RETURN')) as out_there
                        from inventory_batch b join product p on p.id = b.product_id
                        where upper(b.batch_number) in (:numbers)""" + (gtin == null ? "" : " and p.gtin = :gtin")
                                + " order by p.sku, b.expiry_date nulls last, b.id",
                        Object[].class)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("batch_number", StandardBasicTypes.STRING)
                .addScalar("expiry_date", StandardBasicTypes.LOCAL_DATE)
                .addScalar("quantity", StandardBasicTypes.INTEGER)
                .addScalar("status", StandardBasicTypes.STRING)
                .addScalar("promised", StandardBasicTypes.INTEGER)
                .addScalar("out_there", StandardBasicTypes.INTEGER)
                .setParameter("now", tx.now())
                .setParameterList(
                        "numbers", wanted.stream().map(RecallSearch::folded).toList());
        if (gtin != null) {
            query.setParameter("gtin", gtin);
        }
        List<Found> found = query.getResultList().stream()
                .map(row -> new Found(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (LocalDate) row[3],
                        (Integer) row[4],
                        (Integer) row[6],
                        (Integer) row[7],
                        "RECALLED".equals(row[5])))
                .toList();
        Set<String> known =
                found.stream().map(batch -> folded(batch.batchNumber())).collect(Collectors.toSet());
        return new Answer(
                found,
                wanted.stream()
                        .filter(number -> !known.contains(folded(number)))
                        .toList());
    }

    private static String folded(String number) {
        return number.toUpperCase(Locale.ROOT);
    }
}
