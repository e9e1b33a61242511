package app.mortar.count;

import app.mortar.kernel.ProductId;
import app.mortar.store.Tx;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the rows of rounds. */
final class RoundRows {
    /**
     * Batches {@code s} that a round is about: those with units now, those that were counted, and those that somebody
     * found and the books do not know yet.
     */
    static final String BATCHES_SQL = """
            from (
              select cp.place, p.sku, p.name, p.shelf, p.gtin, b.batch_number, b.expiry_date, b.received_at, b.id,
                c.counted_by, c.status
              from count_product cp join product p on p.id = cp.product_id
              join inventory_batch b on b.product_id = p.id
              left join count_line c on c.round_id = cp.round_id and c.product_id = p.id and c.status <> 'REPLACED'
                and c.batch_number = b.batch_number and c.expiry_date is not distinct from b.expiry_date
                and c.attempt = (select max(o.attempt) from count_line o
                  where o.round_id = c.round_id and o.product_id = c.product_id and o.batch_number = c.batch_number
                    and o.expiry_date is not distinct from c.expiry_date)
              where cp.round_id = :round and (b.quantity > 0 or c.id is not null)
              union all
              select cp.place, p.sku, p.name, p.shelf, p.gtin, c.batch_number, c.expiry_date, c.counted_at, c.id,
                c.counted_by, c.status
              from count_line c join count_product cp on cp.round_id = c.round_id and cp.product_id = c.product_id
              join product p on p.id = c.product_id
              where c.round_id = :round and c.batch_id is null and c.status <> 'REPLACED'
                and not exists (select 1 from inventory_batch b where b.product_id = c.product_id
                  and b.batch_number = c.batch_number and b.expiry_date is not distinct from c.expiry_date)
                and c.attempt = (select max(o.attempt) from count_line o
                  where o.round_id = c.round_id and o.product_id = c.product_id and o.batch_number = c.batch_number
                    and o.expiry_date is not distinct from c.expiry_date)) s
            where true""";

    private final Tx tx;

    RoundRows(Tx tx) {
        this.tx = tx;
    }

    Tx tx() {
        return tx;
    }

    /** A product for a round, and why it is in it. */
    record Chosen(ProductId product, @Nullable String why) {}

    List<Chosen> onShelf(String shelf) {
        return chosen(
                "select p.id from product p where p.shelf = :word and (p.active or p.stock_quantity > 0)"
                        + " order by p.sku",
                shelf);
    }

    List<Chosen> inCategory(String category) {
        return chosen(
                "select p.id from product p where p.category = :word and (p.active or p.stock_quantity > 0)"
                        + " order by p.shelf nulls last, p.sku",
                category);
    }

    private List<Chosen> chosen(String sql, String word) {
        return tx.session().createNativeQuery(sql, Long.class).setParameter("word", word).getResultList().stream()
                .map(id -> new Chosen(new ProductId(id), null))
                .toList();
    }

    void insert(CountRound round, List<Chosen> products) {
        tx.session().insert(round);
        tx.session().doWork(connection -> {
            try (PreparedStatement row = connection.prepareStatement(
                    "insert into count_product (round_id, product_id, place, why) values (?, ?, ?, ?)")) {
                int place = 0;
                for (Chosen product : products) {
                    row.setLong(1, round.id());
                    row.setLong(2, product.product().value());
                    row.setInt(3, ++place);
                    row.setString(4, product.why());
                    row.addBatch();
                }
                row.executeBatch();
            }
        });
    }

    @Nullable
    CountRound round(long id) {
        return tx.session().get(CountRound.class, id);
    }

    List<ProductId> products(long round) {
        return tx
                .session()
                .createNativeQuery("select c.product_id from count_product c where c.round_id = :round", Long.class)
                .setParameter("round", round)
                .getResultList()
                .stream()
                .map(ProductId::new)
                .toList();
    }

    boolean has(CountRound round, ProductId product) {
        return number(tx.session()
                        .createNativeQuery(
                                "select count(*) from count_product c where c.round_id = :round and c.product_id = :product",
                                Long.class)
                        .setParameter("round", round.id())
                        .setParameter("product", product.value())
                        .getSingleResult())
                > 0;
    }

    private static int number(Long count) {
        return Math.toIntExact(count);
    }

    /** The last count of a batch in a round. */
    Optional<CountLine> latest(CountRound round, ProductId product, CountLine.Known batch) {
        return tx
                .session()
                .createSelectionQuery("""
                        from CountLine l where l.roundId = :round and l.productId = :product
                          and l.batchNumber = :number order by l.attempt desc""", CountLine.class)
                .setParameter("round", round.id())
                .setParameter("product", product.value())
                .setParameter("number", batch.number())
                .getResultList()
                .stream()
                .filter(line -> Objects.equals(line.expiryDate(), batch.expiryDate()))
                .findFirst();
    }

    List<CountLine> lines(long round, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.session()
                        .createSelectionQuery(
                                "from CountLine l where l.roundId = :round and l.id in :ids order by l.id",
                                CountLine.class)
                        .setParameter("round", round)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    void insert(CountLine line) {
        tx.session().insert(line);
    }

    void replace(CountLine line) {
        line.replaced();
        tx.session().update(line);
    }

    int withStatus(CountRound round, CountLine.Status status) {
        return number(tx.session()
                .createSelectionQuery(
                        "select count(*) from CountLine l where l.roundId = :round and l.status = :status", Long.class)
                .setParameter("round", round.id())
                .setParameter("status", status)
                .getSingleResult());
    }

    /** Batches of the round that nobody has counted, or that were sent back. */
    int notCounted(CountRound round) {
        return number(tx.session()
                .createNativeQuery(
                        "select count(*) " + BATCHES_SQL + " and (s.status is null or s.status = 'REJECTED')",
                        Long.class)
                .setParameter("round", round.id())
                .getSingleResult());
    }
}
