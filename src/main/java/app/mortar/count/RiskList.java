package app.mortar.count;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.type.StandardBasicTypes;

/** Reads what {@link Risk} weighs, for all products that have units, in one question. */
public final class RiskList {
    private static final Duration USE = Duration.ofDays(90);

    private static final String FACTS = """
            select p.id as id, p.sku as sku, p.name as name, s.worth as worth, coalesce(u.used, 0) as used,
              coalesce(v.expected, 0) as expected, coalesce(v.off_by, 0) as off_by, v.last_at as last_at,
              s.next_expiry as next_expiry, p.controlled as controlled, coalesce(t.missing, 0) as missing
            from product p
            join (select b.product_id, sum(b.quantity * coalesce(b.unit_cost, 0)) as worth,
                    min(case when %1$s then b.expiry_date end) as next_expiry
                  from inventory_batch b where b.quantity > 0 group by b.product_id) s on s.product_id = p.id
            left join (select m.product_id, -sum(m.quantity) as used from inventory_movement m
                       where m.type in ('OUT', 'RETURN') and m.at >= :since group by m.product_id) u
              on u.product_id = p.id
            left join (select c.product_id, sum(c.expected) as expected, sum(abs(c.counted - c.expected)) as off_by,
                         max(c.counted_at) as last_at
                       from count_line c where %2$s and c.round_id =
                         (select max(o.round_id) from count_line o
                          where o.product_id = c.product_id and o.status in ('COUNTED', 'APPROVED'))
                       group by c.product_id) v on v.product_id = p.id
            left join (select t.product_id, sum(t.quantity) as missing from count_task t
                       where t.done_at is null and not exists (
                         select 1 from count_line c where c.batch_id = t.batch_id and c.counted_at >= t.at and %2$s)
                       group by t.product_id) t on t.product_id = p.id""".formatted(Fefo.GOOD_BATCH_SQL, Accuracy.STANDS_SQL);

    private RiskList() {}

    /** The products most worth counting today. */
    public static List<Risk.Scored> most(Tx tx, int howMany) {
        tx.actor().must(Permission.COUNT);
        List<Risk.Facts> facts = tx
                .session()
                .createNativeQuery(FACTS, Object[].class)
                .addScalar("id", StandardBasicTypes.LONG)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("worth", StandardBasicTypes.BIG_DECIMAL)
                .addScalar("used", StandardBasicTypes.LONG)
                .addScalar("expected", StandardBasicTypes.LONG)
                .addScalar("off_by", StandardBasicTypes.LONG)
                .addScalar("last_at", StandardBasicTypes.INSTANT)
                .addScalar("next_expiry", StandardBasicTypes.LOCAL_DATE)
                .addScalar("controlled", StandardBasicTypes.BOOLEAN)
                .addScalar("missing", StandardBasicTypes.LONG)
                .setParameter("today", tx.today())
                .setParameter("since", tx.now().minus(USE))
                .getResultList()
                .stream()
                .map(RiskList::facts)
                .toList();
        return Risk.most(facts, howMany, tx.now(), tx.today());
    }

    private static Risk.Facts facts(Object[] row) {
        return new Risk.Facts(
                new ProductId((Long) row[0]),
                (String) row[1],
                (String) row[2],
                (BigDecimal) row[3],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6],
                (Instant) row[7],
                (LocalDate) row[8],
                (Boolean) row[9],
                (Long) row[10]);
    }
}
