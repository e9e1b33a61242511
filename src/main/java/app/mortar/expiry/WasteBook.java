package app.mortar.expiry;

import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** What was written off, and what went back to suppliers: the ledger's rows of both kinds, at batch cost. */
public final class WasteBook {
    /**
     * A row of the ledger that took units away for good, or brought them back.
     *
     * @param units taken away; below zero for a row that takes another back
     * @param reversible nobody has taken it back, and it takes no other back
     * @param document the note it was booked with, which has that reference; null for none
     */
    public record Row(
            long movement,
            Instant at,
            boolean toSupplier,
            String sku,
            String product,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String reason,
            int units,
            @Nullable BigDecimal value,
            String by,
            @Nullable String witness,
            @Nullable String note,
            boolean reversible,
            @Nullable Long document,
            @Nullable String reference) {}

    /** What was written off in a month, by reason; reversals are taken off. Nothing that went to a supplier. */
    public record Month(YearMonth month, Map<String, BigDecimal> values) {
        /** All reasons together. */
        public BigDecimal value() {
            return values.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final String WHERE = " from inventory_movement m join product p on p.id = m.product_id"
            + " where m.type in ('WASTE', 'SUPPLIER_RETURN') and m.at >= :from";

    /** The rows since {@code from}, the newest first. */
    public List<Row> rows(Tx tx, Instant from, int offset, int limit) {
        tx.actor().must(Permission.SEE_STOCK);
        return tx
                .session()
                .createNativeQuery("""
                        select m.id as id, m.at as at, m.type as type, p.sku as sku, p.name as name,
                          m.batch_number as batch_number, m.expiry_date as expiry_date, m.reason as reason,
                          m.quantity as quantity, m.unit_cost as unit_cost, m.actor as actor, m.witness as witness,
                          m.note as note, m.document_id as document_id,
                          m.reference as reference,
                          m.reverses is null and not exists (
                            select 1 from inventory_movement o where o.reverses = m.id) as reversible""" + WHERE + " order by m.at desc, m.id desc", Object[].class)
                .addScalar("id", StandardBasicTypes.LONG)
                .addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("type", StandardBasicTypes.STRING)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("batch_number", StandardBasicTypes.STRING)
                .addScalar("expiry_date", StandardBasicTypes.LOCAL_DATE)
                .addScalar("reason", StandardBasicTypes.STRING)
                .addScalar("quantity", StandardBasicTypes.INTEGER)
                .addScalar("unit_cost", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("actor", StandardBasicTypes.STRING)
                .addScalar("witness", StandardBasicTypes.STRING)
                .addScalar("note", StandardBasicTypes.STRING)
                .addScalar("reversible", StandardBasicTypes.BOOLEAN)
                .addScalar("document_id", StandardBasicTypes.LONG)
                .addScalar("reference", StandardBasicTypes.STRING)
                .setParameter("from", from)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(WasteBook::row)
                .toList();
    }

    private static Row row(Object[] row) {
        int units = -(Integer) row[8];
        BigDecimal cost = (BigDecimal) row[9];
        return new Row(
                (Long) row[0],
                (Instant) row[1],
                "SUPPLIER_RETURN".equals(row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (LocalDate) row[6],
                (String) row[7],
                units,
                cost == null ? null : cost.multiply(BigDecimal.valueOf(units)),
                (String) row[10],
                (String) row[11],
                (String) row[12],
                (Boolean) row[13],
                (Long) row[14],
                (String) row[15]);
    }

    /** How many rows there are. */
    public int count(Tx tx, Instant from) {
        tx.actor().must(Permission.SEE_STOCK);
        return Math.toIntExact(tx.session()
                .createNativeQuery("select count(*)" + WHERE, Long.class)
                .setParameter("from", from)
                .getSingleResult());
    }

    /** What was written off in each of the last months, this one included; months without waste are empty. */
    public List<Month> months(Tx tx, int howMany) {
        tx.actor().must(Permission.SEE_STOCK);
        YearMonth last = YearMonth.from(tx.today());
        YearMonth first = last.minusMonths(howMany - 1L);
        TreeMap<YearMonth, TreeMap<String, BigDecimal>> sums = new TreeMap<>();
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sums.put(month, new TreeMap<>());
        }
        NativeQuery<Object[]> query = tx.session()
                .createNativeQuery("""
                        select m.at as at, m.reason as reason, -m.quantity * coalesce(m.unit_cost, 0) as worth
                        from inventory_movement m where m.type = 'WASTE' and m.at >= :from""", Object[].class)
                .addScalar("at", StandardBasicTypes.INSTANT)
                .addScalar("reason", StandardBasicTypes.STRING)
                .addScalar("worth", StandardBasicTypes.BIG_DECIMAL);
        query.setParameter("from", first.atDay(1).atStartOfDay(tx.zone()).toInstant())
                .getResultList()
                .forEach(row -> {
                    YearMonth month = YearMonth.from(LocalDate.ofInstant((Instant) row[0], tx.zone()));
                    TreeMap<String, BigDecimal> reasons = sums.get(month);
                    if (reasons != null) {
                        reasons.merge(row[1] == null ? "OTHER" : (String) row[1], (BigDecimal) row[2], BigDecimal::add);
                    }
                });
        List<Month> months = new ArrayList<>();
        sums.forEach((month, values) -> months.add(new Month(month, Map.copyOf(values))));
        return months;
    }
}
