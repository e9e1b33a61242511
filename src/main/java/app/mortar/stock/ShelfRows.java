package app.mortar.stock;

import app.mortar.fefo.Fefo;
import app.mortar.kernel.BatchId;
import app.mortar.store.TryAgain;
import app.mortar.store.Tx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;

/** Reads and writes the rows of shelves. Every read here is made under the locks of the products concerned. */
final class ShelfRows {
    private static final int PART = 1000;

    private final StatelessSession session;

    ShelfRows(Tx tx) {
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

    /** Locks the products in the order of their ids: whoever locks several does it in this one order. */
    List<ProductRow> lock(Collection<Long> ids) {
        List<ProductRow> locked = inParts(ids, part -> session.createSelectionQuery(
                        "from ProductRow p where p.id in :ids order by p.id", ProductRow.class)
                .setParameter("ids", part)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList());
        locked.forEach(ProductRow::remember);
        return locked;
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
            for (ProductRow row : session.createSelectionQuery(
                            "from ProductRow p where p.id in :ids order by p.id", ProductRow.class)
                    .setParameter("ids", missing)
                    .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
                    .getResultList()) {
                row.remember();
                locked.add(row);
                missing.remove(row.id().value());
            }
            if (missing.isEmpty() || System.nanoTime() - deadline >= 0) {
                return locked;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    List<Batch> batchesWithUnits(Collection<Long> products) {
        return read(inParts(products, part -> session.createSelectionQuery(
                        "from Batch b where b.productId in :products and b.quantity > 0 order by b.id", Batch.class)
                .setParameter("products", part)
                .getResultList()));
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

    CartHold hold(String token) {
        return session.get(CartHold.class, token);
    }

    List<HoldLine> linesOf(String token) {
        return session.createSelectionQuery("from HoldLine l where l.token = :token order by l.id", HoldLine.class)
                .setParameter("token", token)
                .getResultList();
    }

    List<HoldLine> lapsedLines(Collection<Long> products, Instant now) {
        return inParts(products, part -> session.createSelectionQuery("""
                        from HoldLine l where l.productId in :products and l.status = ACTIVE and l.expiresAt <= :now
                        order by l.id""", HoldLine.class)
                .setParameter("products", part)
                .setParameter("now", now)
                .getResultList());
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

    /** Gives each line its batch plan. */
    void loadPlans(Collection<HoldLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Map<Long, HoldLine> byId = lines.stream().collect(Collectors.toMap(HoldLine::id, Function.identity()));
        session.createNativeQuery("""
                        select a.reservation_id, a.batch_id, a.quantity, a.fefo
                        from reservation_allocation a join inventory_batch b on b.id = a.batch_id
                        where a.reservation_id in (:lines) order by %s""".formatted(Fefo.ORDER_SQL), Object[].class)
                .setParameterList("lines", byId.keySet())
                .getResultList()
                .forEach(row -> Objects.requireNonNull(byId.get(((Number) row[0]).longValue()))
                        .loaded(new Slice(
                                new BatchId(((Number) row[1]).longValue()),
                                ((Number) row[2]).intValue(),
                                FefoMark.valueOf((String) row[3]))));
    }

    void insert(Batch batch) {
        session.insert(batch);
        batch.remember();
    }

    void insertAll(List<Batch> batches) {
        session.insertMultiple(batches);
        batches.forEach(Batch::remember);
    }

    /** Writes counters only onto the row that was read: the second fence, should a lock ever be missed. */
    void saveBatches(List<Batch> batches) {
        LinkedHashMap<Batch, Batch.Counters> read = new LinkedHashMap<>();
        batches.stream()
                .filter(Batch::isChanged)
                .forEach(batch -> read.put(batch, Objects.requireNonNull(batch.asStored())));
        guarded("""
                update inventory_batch set quantity = ?, reserved_quantity = ?, quarantined_quantity = ?, status = ?,
                  unit_cost = ?
                where id = ? and quantity = ? and reserved_quantity = ? and quarantined_quantity = ? and status = ?""", read.entrySet(), (row, entry) -> {
            Batch now = entry.getKey();
            Batch.Counters before = entry.getValue();
            row.setInt(1, now.quantity());
            row.setInt(2, now.reserved());
            row.setInt(3, now.quarantined());
            row.setString(4, now.status().name());
            row.setBigDecimal(5, now.unitCost());
            row.setLong(6, now.id().value());
            row.setInt(7, before.quantity());
            row.setInt(8, before.reserved());
            row.setInt(9, before.quarantined());
            row.setString(10, before.status().name());
        });
    }

    /** As {@link #saveBatches}. */
    void saveProducts(List<ProductRow> products) {
        guarded("""
                update product set stock_quantity = ?, reserved_quantity = ?, ledger_seq = ?, ledger_hash = ?
                where id = ? and stock_quantity = ? and reserved_quantity = ? and ledger_seq = ?""", products.stream().filter(ProductRow::isChanged).toList(), (row, product) -> {
            row.setInt(1, product.stock());
            row.setInt(2, product.reserved());
            row.setLong(3, product.ledgerSeq());
            row.setString(4, product.ledgerHash());
            row.setLong(5, product.id().value());
            row.setInt(6, product.asStored().stock());
            row.setInt(7, product.asStored().reserved());
            row.setLong(8, product.asStored().ledgerSeq());
        });
    }

    /** Changed ones first: a hold that is closed gives the name of its cart free for the one that follows it. */
    void saveHolds(List<CartHold> made, List<CartHold> changed) {
        session.updateMultiple(changed);
        session.insertMultiple(made);
    }

    void saveLines(List<HoldLine> lines, List<HoldLine> dropped) {
        List<HoldLine> made = lines.stream().filter(HoldLine::isNew).toList();
        List<HoldLine> changed =
                lines.stream().filter(line -> !line.isNew() && line.isChanged()).toList();
        forgetPlans(changed.stream().filter(HoldLine::isPlanChanged).toList());
        forgetPlans(dropped);
        session.insertMultiple(made);
        session.updateMultiple(changed);
        session.deleteMultiple(dropped);
        savePlans(made);
        savePlans(changed.stream().filter(HoldLine::isPlanChanged).toList());
        lines.forEach(HoldLine::saved);
    }

    private void forgetPlans(List<HoldLine> lines) {
        batched(
                "delete from reservation_allocation where reservation_id = ?",
                lines,
                (row, line) -> row.setLong(1, line.id()));
    }

    private record LineSlice(HoldLine line, Slice slice) {}

    private void savePlans(List<HoldLine> lines) {
        batched(
                "insert into reservation_allocation (reservation_id, batch_id, quantity, fefo) values (?, ?, ?, ?)",
                lines.stream()
                        .flatMap(line -> line.slices().stream().map(slice -> new LineSlice(line, slice)))
                        .toList(),
                (row, part) -> {
                    row.setLong(1, part.line().id());
                    row.setLong(2, part.slice().batch().value());
                    row.setInt(3, part.slice().quantity());
                    row.setString(4, part.slice().fefo().name());
                });
    }

    void append(List<Movement> movements) {
        session.insertMultiple(movements);
    }

    /** Binds one row of a batch. */
    private interface Binding<R> {
        void bind(PreparedStatement row, R value) throws SQLException;
    }

    private <R> void guarded(String sql, Collection<R> rows, Binding<R> binding) {
        for (int written : batched(sql, rows, binding)) {
            if (written == 0) {
                throw new TryAgain("A counter was changed by somebody who did not hold its lock.");
            }
        }
    }

    private <R> int[] batched(String sql, Collection<R> rows, Binding<R> binding) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return session.doReturningWork((Connection connection) -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (R row : rows) {
                    binding.bind(statement, row);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }
}
