package app.mortar.stock;

import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.type.StandardBasicTypes;

/**
 * What a supplier owes for a return, as the ledger has it: lines that were taken back since are not in it.
 *
 * @param reference the return's number
 * @param at when it was booked
 * @param by who booked it
 */
public record SupplierClaim(String reference, String supplier, Instant at, String by, List<SupplierReturn.Sent> lines) {
    public SupplierClaim {
        lines = List.copyOf(lines);
    }

    /** The claim of a booked return; none when there is no such return, or nothing is left of it. */
    public static Optional<SupplierClaim> of(Tx tx, long document) {
        tx.actor().must(Permission.RETURN_TO_SUPPLIER);
        List<Object[]> rows = tx.session()
                .createNativeQuery("""
                        select d.reference as reference, d.supplier as supplier, d.created_at as created_at,
                          m.actor as actor, p.sku as sku, m.batch_number as batch_number, m.expiry_date as expiry_date,
                          m.quantity as quantity, m.unit_cost as unit_cost, m.note as note
                        from stock_document d join inventory_movement m on m.document_id = d.id
                        join product p on p.id = m.product_id
                        where d.id = :document and d.kind = 'SUPPLIER_RETURN' and m.reverses is null
                          and not exists (select 1 from inventory_movement o where o.reverses = m.id)
                        order by m.id""", Object[].class)
                .addScalar("reference", StandardBasicTypes.STRING)
                .addScalar("supplier", StandardBasicTypes.STRING)
                .addScalar("created_at", StandardBasicTypes.INSTANT)
                .addScalar("actor", StandardBasicTypes.STRING)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("batch_number", StandardBasicTypes.STRING)
                .addScalar("expiry_date", StandardBasicTypes.LOCAL_DATE)
                .addScalar("quantity", StandardBasicTypes.INTEGER)
                .addScalar("unit_cost", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("note", StandardBasicTypes.STRING)
                .setParameter("document", document)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(first -> new SupplierClaim(
                        (String) first[0],
                        Objects.requireNonNullElse((String) first[1], ""),
                        (Instant) first[2],
                        (String) first[3],
                        rows.stream().map(SupplierClaim::line).toList()));
    }

    private static SupplierReturn.Sent line(Object[] row) {
        return new SupplierReturn.Sent(
                (String) row[4], (String) row[5], (LocalDate) row[6], -(Integer) row[7], (BigDecimal) row[8], (String)
                        row[9]);
    }
}
