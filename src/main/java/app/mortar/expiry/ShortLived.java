package app.mortar.expiry;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** Batches with units that have expired or soon will, the earliest first: what somebody has to do something about. */
public final class ShortLived {
    /** Which ones. */
    public enum Which {
        EXPIRED(Integer.MIN_VALUE, 0),
        D7(1, 7),
        D30(8, 30),
        D90(31, 90);

        private final int first;
        private final int last;

        Which(int first, int last) {
            this.first = first;
            this.last = last;
        }
    }

    /**
     * A batch.
     *
     * @param units that are there
     * @param reserved of these, promised
     * @param worth of all of them at batch cost; null when nobody knows the cost
     */
    public record Row(
            String sku,
            String product,
            String batchNumber,
            LocalDate expiryDate,
            ExpiryStage stage,
            int units,
            int reserved,
            @Nullable BigDecimal worth,
            @Nullable String shelf,
            boolean controlled,
            boolean recalled) {}

    private static final String FROM = """
            from (select b.id, b.product_id, b.batch_number, b.expiry_date, b.quantity, b.reserved_quantity, b.unit_cost,
                    b.status, %s as days
                  from inventory_batch b where b.quantity > 0 and b.expiry_date is not null) b
            join product p on p.id = b.product_id where b.days >= :least and b.days <= :most""".formatted(Fefo.GOOD_DAYS_SQL);

    /** A window of the list. */
    public List<Row> rows(Tx tx, Which which, int offset, int limit) {
        tx.actor().must(Permission.SEE_STOCK);
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery(
                        "select p.sku as sku, p.name as name, b.batch_number as batch_number,"
                                + " b.expiry_date as expiry_date, b.quantity as quantity,"
                                + " b.reserved_quantity as reserved, b.quantity * b.unit_cost as worth,"
                                + " p.shelf as shelf, p.controlled as controlled, b.status as status " + FROM
                                + " order by b.expiry_date, p.sku, b.id",
                        Object[].class)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("batch_number", StandardBasicTypes.STRING)
                .addScalar("expiry_date", StandardBasicTypes.LOCAL_DATE)
                .addScalar("quantity", StandardBasicTypes.INTEGER)
                .addScalar("reserved", StandardBasicTypes.INTEGER)
                .addScalar("worth", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("shelf", StandardBasicTypes.STRING)
                .addScalar("controlled", StandardBasicTypes.BOOLEAN)
                .addScalar("status", StandardBasicTypes.STRING);
        set(query, tx, which);
        return query.setFirstResult(offset).setMaxResults(limit).getResultList().stream()
                .map(row -> row(row, tx.today()))
                .toList();
    }

    @SuppressWarnings("NullAway") // only the shelf and the worth may be missing
    private static Row row(@Nullable Object[] row, LocalDate today) {
        LocalDate expiry = (LocalDate) row[3];
        return new Row(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                expiry,
                ExpiryStage.of(expiry, today),
                (Integer) row[4],
                (Integer) row[5],
                (BigDecimal) row[6],
                (String) row[7],
                (Boolean) row[8],
                "RECALLED".equals(row[9]));
    }

    /**
     * How many batches, how many units, worth how much.
     *
     * @param worth as far as cost is known
     */
    public record Sum(int batches, int units, BigDecimal worth) {}

    /** The whole list in three figures. */
    public Sum sum(Tx tx, Which which) {
        tx.actor().must(Permission.SEE_STOCK);
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery(
                        "select count(*), coalesce(sum(b.quantity), 0),"
                                + " coalesce(sum(b.quantity * b.unit_cost), 0) " + FROM,
                        Object[].class);
        set(query, tx, which);
        Object[] sums = query.getSingleResult();
        return new Sum(((Number) sums[0]).intValue(), ((Number) sums[1]).intValue(), (BigDecimal) sums[2]);
    }

    private static void set(NativeQuery<Object[]> query, Tx tx, Which which) {
        query.setParameter("first", tx.today())
                .setParameter("least", which.first)
                .setParameter("most", which.last);
    }
}
