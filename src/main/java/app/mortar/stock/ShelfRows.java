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

/**
 * Locks and reads the rows of shelves. Every read here is made under the locks of the products concerned.
 * Rows are read by their columns and a list of any length goes in as one value, on the way of every checkout and on the
 * rare ones alike.
 */
final class ShelfRows {
    private final Tx tx;

    ShelfRows(Tx tx) {
        this.tx = tx;
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
        return batches("product_id = any(?) and quantity = 0", products);
    }

    List<Batch> batchesNamed(long product, String number) {
        return batches("product_id = ? and batch_number = ?", product, number);
    }

    Batch batch(BatchId id) {
        return batches("id = ?", id.value()).getFirst();
    }

    private List<Batch> batches(String which, Object... values) {
        return ask(
                "select " + Batch.COLUMNS + " from inventory_batch where " + which + " order by id",
                Batch::read,
                values);
    }

    private <R> List<R> ask(String sql, RoundTrip.Reading<R> reading, Object... values) {
        return tx.roundTrip().ask(sql, reading, values).get();
    }

    List<Long> batchesOfOpeningLists(Collection<Long> products) {
        return ask("""
                select m.batch_id from inventory_movement m join stock_document d on d.id = m.document_id
                where m.product_id = any(?) and d.owner = ?""", row -> row.getLong(1), products, StockDocument.OPENING);
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
        return ask(
                "select " + HoldLine.COLUMNS + " from stock_reservation where status in ('ACTIVE', 'COMMITTED')"
                        + " and id in (select reservation_id from reservation_allocation where batch_id = any(?))"
                        + " order by id",
                HoldLine::read,
                batches);
    }

    List<Movement> outOf(Collection<Long> orderLines) {
        return tx.session()
                .createSelectionQuery(
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
                    ask(
                            PLANS.formatted("a.reservation_id = any(?)"),
                            ShelfRows::plan,
                            lines.stream().map(HoldLine::id).toList()));
        }
    }
}
