package app.mortar.stock;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the ledger: every movement of every unit, newest first. */
public final class Ledger {
    /** A movement and the sku of its product as it is called today. */
    public record Entry(String sku, Movement movement) {}

    /**
     * Which movements to list.
     *
     * @param from first day, in the pharmacy's zone; null for no limit
     * @param to last day, included
     */
    public record Filter(
            @Nullable String sku,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One page. */
    public Page<Entry> list(Tx tx, Filter filter, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.SEE_STOCK);
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder where = new StringBuilder("1 = 1");
        if (filter.sku() != null) {
            where.append(" and p.sku = :sku");
            parameters.put("sku", filter.sku());
        }
        LocalDate from = filter.from();
        if (from != null) {
            where.append(" and m.at >= :from");
            parameters.put("from", from.atStartOfDay(tx.zone()).toInstant());
        }
        LocalDate to = filter.to();
        if (to != null) {
            where.append(" and m.at < :to");
            parameters.put("to", to.plusDays(1).atStartOfDay(tx.zone()).toInstant());
        }
        if (after != null) {
            where.append(" and (m.at < :at or (m.at = :at and m.id < :id))");
            parameters.put("at", after.at());
            parameters.put("id", after.id());
        }
        var query = tx.session()
                .createSelectionQuery(
                        "select p.sku, m from Movement m join ProductRow p on p.id = m.productId where " + where
                                + " order by m.at desc, m.id desc",
                        Object[].class)
                .setMaxResults(limit + 1);
        parameters.forEach(query::setParameter);
        List<Entry> entries = query.getResultList().stream()
                .map(row -> new Entry((String) row[0], (Movement) row[1]))
                .toList();
        return Page.of(entries, limit, entry -> new Cursor(
                        entry.movement().at(), entry.movement().id())
                .text());
    }
}
