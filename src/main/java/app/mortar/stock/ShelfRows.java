package app.mortar.stock;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.BatchId;
import app.mortar.store.RoundTrip;
import app.mortar.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

/** Locks and reads the rows of shelves. Every read here is made under the locks of the products concerned. */
final class ShelfRows {
    private static final int PART = 1000;

    private final Tx tx;
    private final StatelessSession session;

    ShelfRows(Tx tx) {
        this.tx = tx;
        this.session = tx.session();
    }

    /** Asks in parts, in the order given: a statement takes only so many parameters, and a list has more rows. */
    private static <R> List<R> inParts(Collection<Long> ids, Function<List<Long>, List<R>> query) {
        if (ids.size() <= PART) {
            return query.apply(List.copyOf(ids));
        }
        List<R> all = new ArrayList<>();
        List<Long> inOrder = List.copyOf(ids);
        for (int from = 0; from < inOrder.size(); from += PART) {
            all.addAll(query.apply(inOrder.subList(from, Math.min(from + PART, inOrder.size()))));
        }
        return all;
    }

    /**
     * Locks the products in the order of their ids: whoever locks several does it in this one order. The clock is looked
     * at under the locks.
     */
    List<ProductRow> lock(Collection<Long> ids) {
        return products(ids, "");
    }

    private List<ProductRow> products(Collection<Long> ids, String whatIfLocked) {
        RoundTrip trip = tx.roundTrip();
        Supplier<List<ProductRow>> locked = trip.ask(
                "select " + ProductRow.COLUMNS + " from product where id = any(?) order by id" + RoundTrip.LOCK
                        + whatIfLocked,
                ProductRow::read,
                ids);
        trip.lookAtTheClock();
        return locked.get();
    }

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(5);

    /**
     * Locks those of the products that nobody else has, asking again for the others until the patience is spent. Never
     * waits inside the database, so the order of locks cannot matter here.
     */
    List<ProductRow> lockWithin(Collection<Long> ids, Duration patience) {
        List<ProductRow> locked = new ArrayList<>();
        Set<Long> missing = new TreeSet<>(ids);
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            for (ProductRow row : products(missing, " skip locked")) {
                locked.add(row);
                missing.remove(row.id().value());
            }
            if (missing.isEmpty() || System.nanoTime() - deadline >= 0) {
                return locked;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** What is on the locked shelves, and which of its promises have run out. */
    record OnShelves(List<Batch> withUnits, List<HoldLine> lapsed) {}

    OnShelves onShelves(Collection<Long> products) {
        RoundTrip trip = tx.roundTrip();
        var batches = trip.ask(
                "select " + Batch.COLUMNS
                        + " from inventory_batch where product_id = any(?) and quantity > 0 order by id",
                Batch::read,
                products);
        var lapsed = trip.ask(
                "select " + HoldLine.COLUMNS + " from stock_reservation"
                        + " where product_id = any(?) and status = 'ACTIVE' and expires_at <= ? order by id",
                HoldLine::read,
                products,
                tx.now());
        return new OnShelves(batches.get(), lapsed.get());
    }

    List<Batch> emptyBatches(Collection<Long> products) {
        return read(inParts(products, part -> session.createSelectionQuery(
                        "from Batch b where b.productId in :products and b.quantity = 0 order by b.id", Batch.class)
                .setParameter("products", part)
                .getResultList()));
    }

    List<Long> batchesOfOpeningLists(Collection<Long> products) {
        return inParts(products, part -> session.createSelectionQuery("""
                        select m.batchId from Movement m join StockDocument d on d.id = m.documentId
                        where m.productId in :products and d.owner = :opening""", Long.class)
                .setParameter("products", part)
                .setParameter("opening", StockDocument.OPENING)
                .getResultList());
    }

    List<Batch> batchesNamed(long product, String number) {
        return read(session.createSelectionQuery(
                        "from Batch b where b.productId = :product and b.number = :number order by b.id", Batch.class)
                .setParameter("product", product)
                .setParameter("number", number)
                .getResultList());
    }

    Batch batch(BatchId id) {
        return read(List.of(session.get(Batch.class, id.value()))).getFirst();
    }

    private static List<Batch> read(List<Batch> batches) {
        batches.forEach(Batch::remember);
        return batches;
    }

    /** Holds with all their lines and batch plans, as stored. */
    record StoredHolds(List<CartHold> holds, List<HoldLine> lines) {}

    StoredHolds holds(Collection<String> tokens) {
        RoundTrip trip = tx.roundTrip();
        var holds =
                trip.ask("select " + CartHold.COLUMNS + " from cart_hold where token = any(?)", CartHold::read, tokens);
        var lines = trip.ask(
                "select " + HoldLine.COLUMNS + " from stock_reservation where token = any(?) order by id",
                HoldLine::read,
                tokens);
        var plans = trip.ask(
                PLANS.formatted("a.reservation_id in (select id from stock_reservation where token = any(?))"),
                ShelfRows::plan,
                tokens);
        plan(lines.get(), plans.get());
        return new StoredHolds(holds.get(), lines.get());
    }

    List<HoldLine> openLinesOn(Collection<Long> batches) {
        List<Long> ids = session.createNativeQuery("""
                        select distinct a.reservation_id from reservation_allocation a
                        join stock_reservation r on r.id = a.reservation_id
                        where a.batch_id in (:batches) and r.status in ('ACTIVE', 'COMMITTED')""", Long.class)
                .setParameterList("batches", batches)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : session.createSelectionQuery("from HoldLine l where l.id in :ids order by l.id", HoldLine.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    List<Movement> outOf(Collection<Long> orderLines) {
        return session.createSelectionQuery(
                        "from Movement m where m.orderLineId in :lines and m.type = OUT order by m.id", Movement.class)
                .setParameter("lines", orderLines)
                .getResultList();
    }

    private static final String PLANS = "select a.reservation_id, a.batch_id, a.quantity, a.fefo"
            + " from reservation_allocation a join inventory_batch b on b.id = a.batch_id where %s order by "
            + Fefo.ORDER_SQL;

    private record Planned(long line, Slice slice) {}

    private static Planned plan(ResultSet row) throws SQLException {
        return new Planned(
                row.getLong(1),
                new Slice(new BatchId(row.getLong(2)), row.getInt(3), FefoMark.valueOf(row.getString(4))));
    }

    private static void plan(Collection<HoldLine> lines, List<Planned> plans) {
        Map<Long, HoldLine> byId = lines.stream().collect(Collectors.toMap(HoldLine::id, Function.identity()));
        plans.forEach(plan -> Objects.requireNonNull(byId.get(plan.line())).loaded(plan.slice()));
    }

    /** Gives each line its batch plan. */
    void loadPlans(Collection<HoldLine> lines) {
        if (!lines.isEmpty()) {
            plan(
                    lines,
                    tx.roundTrip()
                            .ask(
                                    PLANS.formatted("a.reservation_id = any(?)"),
                                    ShelfRows::plan,
                                    lines.stream().map(HoldLine::id).toList())
                            .get());
        }
    }
}
