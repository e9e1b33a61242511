package app.mortar.count;

import app.mortar.kernel.Cursor;
import app.mortar.kernel.Page;
import app.mortar.kernel.Permission;
import app.mortar.stock.BatchName;
import app.mortar.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** What can be seen of rounds: the list of them, the blind sheet of one, and what its approver has to decide. */
public final class Rounds {
    private final CountRules rules;

    public Rounds(CountRules rules) {
        this.rules = rules;
    }

    /**
     * A round at a glance.
     *
     * @param counted batches with a count that stands
     * @param waiting lines for the approver
     */
    public record Overview(CountRound round, int counted, int waiting, Accuracy accuracy) {}

    /**
     * A batch to count, without a word about what is expected.
     *
     * @param countedBy who has counted it; null when nobody has
     * @param again whether a second count is asked for
     */
    public record ToCount(
            String sku,
            String product,
            @Nullable String shelf,
            String batchNumber,
            @Nullable LocalDate expiryDate,
            @Nullable String countedBy,
            boolean again) {}

    /**
     * A counted line for its approver.
     *
     * @param byAnother whether somebody else than the counter must approve it
     * @param reserved units of the batch that are promised now
     * @param onShelf units that the books have now
     */
    public record ToDecide(
            CountLine line,
            String sku,
            String product,
            boolean controlled,
            boolean byAnother,
            int onShelf,
            int reserved) {
        /** Promised units that would be missing: holds will have to move. */
        public int promisedAndMissing() {
            return Math.max(0, reserved - Math.max(0, onShelf + line.difference()));
        }
    }

    /** A promise on a batch of which fewer units are there than are held. */
    public record Holder(String sku, String batchNumber, String who, int quantity) {}

    /** All rounds, the newest first. */
    public Page<Overview> list(Tx tx, int limit, @Nullable Cursor after) {
        tx.actor().must(Permission.COUNT);
        var query = tx.session()
                .createSelectionQuery(
                        "from CountRound r " + (after == null ? "" : "where r.id < :after ") + "order by r.id desc",
                        CountRound.class)
                .setMaxResults(limit + 1);
        if (after != null) {
            query.setParameter("after", after.id());
        }
        List<CountRound> rounds = query.getResultList();
        Map<Long, Object[]> sums = sums(tx, rounds.stream().map(CountRound::id).toList());
        return Page.of(
                rounds.stream()
                        .map(round -> overview(round, sums.get(round.id())))
                        .toList(),
                limit,
                last -> new Cursor(Instant.EPOCH, last.round().id()).text());
    }

    private static Overview overview(CountRound round, Object @Nullable [] sums) {
        if (sums == null) {
            return new Overview(round, 0, 0, Accuracy.NOTHING);
        }
        Accuracy accuracy = Accuracy.of(new Object[] {sums[1], sums[2], sums[3], sums[4]});
        return new Overview(round, number(sums[1]), number(sums[5]), accuracy);
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }

    private static Map<Long, Object[]> sums(Tx tx, List<Long> rounds) {
        Map<Long, Object[]> sums = new HashMap<>();
        if (rounds.isEmpty()) {
            return sums;
        }
        tx.session()
                .createNativeQuery("""
                        select c.round_id, count(*), coalesce(sum(case when c.counted = c.expected then 1 else 0 end), 0),
                          coalesce(sum(c.expected), 0), coalesce(sum(abs(c.counted - c.expected)), 0),
                          coalesce(sum(case when c.status = 'COUNTED' then 1 else 0 end), 0)
                        from count_line c where c.round_id in (:rounds) and %s group by c.round_id""".formatted(Accuracy.STANDS_SQL), Object[].class)
                .setParameterList("rounds", rounds)
                .getResultList()
                .forEach(row -> sums.put(((Number) row[0]).longValue(), row));
        return sums;
    }

    /** One round by its id; null when there is none. */
    public @Nullable CountRound round(Tx tx, long id) {
        tx.actor().must(Permission.COUNT);
        return new RoundRows(tx).round(id);
    }

    private static final String SHEET =
            "select s.sku as sku, s.name as name, s.shelf as shelf, s.batch_number as batch_number,"
                    + " s.expiry_date as expiry_date, s.counted_by as counted_by, s.status as status "
                    + RoundRows.BATCHES_SQL;

    private static final String IN_ORDER = " order by s.place, s.expiry_date nulls last, s.received_at, s.id";

    /** The batches of a round, in the order of the walk, from the given place on. */
    public List<ToCount> sheet(Tx tx, long round, int from, int limit) {
        tx.actor().must(Permission.COUNT);
        return toCount(sheet(tx, SHEET + IN_ORDER, round).setFirstResult(from).setMaxResults(limit));
    }

    /** How many batches the round has. */
    public int size(Tx tx, long round) {
        tx.actor().must(Permission.COUNT);
        return Math.toIntExact(tx.session()
                .createNativeQuery("select count(*) " + RoundRows.BATCHES_SQL, Long.class)
                .setParameter("round", round)
                .getSingleResult());
    }

    /** The batches of the round that a scanned pack may be of: by its GTIN, and its batch number where it has one. */
    public List<ToCount> scanned(Tx tx, long round, String gtin, @Nullable String batchNumber) {
        tx.actor().must(Permission.COUNT);
        String byBatch = batchNumber == null ? "" : " and s.batch_number = :number";
        NativeQuery<Object[]> query = sheet(tx, SHEET + " and s.gtin = :gtin" + byBatch + IN_ORDER, round)
                .setParameter("gtin", gtin);
        if (batchNumber != null) {
            query.setParameter("number", batchNumber);
        }
        return toCount(query);
    }

    /**
     * A batch of the round's products that is not on the sheet, as a scanned pack names it; it can be entered all the
     * same. Null when the product is not in the round, or an expiry date is missing.
     */
    public @Nullable ToCount found(Tx tx, long round, String gtin, String batchNumber, @Nullable LocalDate expiry) {
        tx.actor().must(Permission.COUNT);
        return tx
                .session()
                .createNativeQuery("""
                        select p.sku as sku, p.name as name, p.shelf as shelf from count_product cp
                        join product p on p.id = cp.product_id
                        where cp.round_id = :round and p.gtin = :gtin and p.expires = :dated""", Object[].class)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("shelf", StandardBasicTypes.STRING)
                .setParameter("round", round)
                .setParameter("gtin", gtin)
                .setParameter("dated", expiry != null)
                .getResultList()
                .stream()
                .map(row -> new ToCount(
                        (String) row[0], (String) row[1], (String) row[2], batchNumber, expiry, null, false))
                .findFirst()
                .orElse(null);
    }

    private static NativeQuery<Object[]> sheet(Tx tx, String sql, long round) {
        return tx.session()
                .createNativeQuery(sql, Object[].class)
                .addScalar("sku", StandardBasicTypes.STRING)
                .addScalar("name", StandardBasicTypes.STRING)
                .addScalar("shelf", StandardBasicTypes.STRING)
                .addScalar("batch_number", StandardBasicTypes.STRING)
                .addScalar("expiry_date", StandardBasicTypes.LOCAL_DATE)
                .addScalar("counted_by", StandardBasicTypes.STRING)
                .addScalar("status", StandardBasicTypes.STRING)
                .setParameter("round", round);
    }

    private static List<ToCount> toCount(NativeQuery<Object[]> query) {
        return query.getResultList().stream().map(Rounds::toCount).toList();
    }

    private static ToCount toCount(Object[] row) {
        String status = (String) row[6];
        boolean again = "RECOUNT".equals(status) || "REJECTED".equals(status);
        return new ToCount(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (LocalDate) row[4],
                "REJECTED".equals(status) ? null : (String) row[5],
                again);
    }

    /** What that person has entered in a round, as it stands or waits for a second count: units by batch. */
    public static Map<BatchName, Integer> countedBy(Tx tx, long round, String counter) {
        tx.actor().must(Permission.COUNT);
        Map<BatchName, Integer> counted = new HashMap<>();
        tx.session()
                .createSelectionQuery("""
                        select p.sku, l.batchNumber, l.expiryDate, l.counted
                        from CountLine l join Product p on p.id = l.productId
                        where l.roundId = :round and l.countedBy = :counter and l.status in (COUNTED, RECOUNT)""", Object[].class)
                .setParameter("round", round)
                .setParameter("counter", counter)
                .getResultList()
                .forEach(row -> counted.put(
                        new BatchName((String) row[0], (String) row[1], (LocalDate) row[2]), (Integer) row[3]));
        return counted;
    }

    /** The lines of a round that wait for a decision, those with a difference first. */
    public List<ToDecide> toDecide(Tx tx, long round) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        List<ToDecide> lines = new ArrayList<>();
        tx.session()
                .createSelectionQuery("""
                        select l, p.sku, p.name, b.quantity, b.reserved, r.controlled
                        from CountLine l join Product p on p.id = l.productId
                        join ProductRow r on r.id = l.productId
                        left join Batch b on b.id = l.batchId
                        where l.roundId = :round and l.status = COUNTED
                        order by case when l.counted = l.expected then 1 else 0 end, p.sku, l.id""", Object[].class)
                .setParameter("round", round)
                .getResultList()
                .forEach(row -> lines.add(toDecide(row)));
        return lines;
    }

    private ToDecide toDecide(Object[] row) {
        CountLine line = (CountLine) row[0];
        boolean controlled = Boolean.TRUE.equals(row[5]);
        return new ToDecide(
                line,
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                controlled,
                rules.asksForAnother(controlled, line.difference(), line.unitCost()),
                row[3] instanceof Integer units ? units : 0,
                row[4] instanceof Integer units ? units : 0);
    }

    /** Whose units these are: live holds and orders on batches of which too few were found. */
    public List<Holder> holders(Tx tx, long round) {
        tx.actor().must(Permission.APPROVE_COUNTS);
        return tx
                .session()
                .createNativeQuery("""
                        select p.sku, b.batch_number,
                          case when o.id is null then 'cart ' || coalesce(h.cart_id, h.token)
                               else 'order ' || o.external_ref end, a.quantity
                        from count_line c join inventory_batch b on b.id = c.batch_id
                        join product p on p.id = b.product_id
                        join reservation_allocation a on a.batch_id = b.id
                        join stock_reservation r on r.id = a.reservation_id
                        join cart_hold h on h.token = r.token
                        left join sales_order o on o.id = h.order_id and r.status = 'COMMITTED'
                        where c.round_id = :round and c.status = 'COUNTED'
                          and b.reserved_quantity > b.quantity + c.counted - c.expected
                          and (r.status = 'COMMITTED' or (r.status = 'ACTIVE' and r.expires_at > :now))
                        order by p.sku, b.batch_number, r.id""", Object[].class)
                .setParameter("round", round)
                .setParameter("now", tx.now())
                .getResultList()
                .stream()
                .map(row -> new Holder((String) row[0], (String) row[1], (String) row[2], number(row[3])))
                .toList();
    }
}
