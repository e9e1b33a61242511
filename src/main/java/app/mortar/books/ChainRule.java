package app.mortar.books;

import app.mortar.stock.LedgerHash;
import app.mortar.stock.Movement;
import app.mortar.store.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every product's ledger is numbered from 1 without a gap, each row's hash fits its facts and the row before, and the
 * last row is the one that the product row remembers: a changed, deleted, swapped or cut-off row is named.
 */
final class ChainRule implements Rule {
    private static final int ROWS_AT_ONCE = 2000;

    private record Head(String sku, long seq, String hash) {}

    /** Where one product's chain stands while it is read. */
    private static final class Chain {
        private long seq;
        private String hash = LedgerHash.START;
    }

    @Override
    public String name() {
        return "ledger-chain";
    }

    @Override
    public List<String> violations(Tx tx) {
        Map<Long, Head> heads = heads(tx);
        Map<Long, Chain> chains = new HashMap<>();
        List<String> violations = new ArrayList<>();
        try (Stream<Movement> rows = tx.session()
                .createSelectionQuery("from Movement m order by m.productId, m.seq", Movement.class)
                .setFetchSize(ROWS_AT_ONCE)
                .getResultStream()) {
            rows.forEach(row -> follow(row, heads, chains, violations));
        }
        heads.forEach((product, head) -> {
            Chain chain = chains.getOrDefault(product, new Chain());
            if (chain.seq != head.seq() || !chain.hash.equals(head.hash())) {
                violations.add("The ledger of %s ends at row %d, but row %d was the last one written."
                        .formatted(head.sku(), chain.seq, head.seq()));
            }
        });
        return violations.size() <= SPELLED_OUT ? violations : violations.subList(0, SPELLED_OUT);
    }

    private static void follow(Movement row, Map<Long, Head> heads, Map<Long, Chain> chains, List<String> violations) {
        long product = row.product().value();
        Head head = heads.get(product);
        String sku = head == null ? "product " + product : head.sku();
        Chain chain = chains.computeIfAbsent(product, id -> new Chain());
        if (row.seq() != chain.seq + 1) {
            violations.add("The ledger of %s has row %d after row %d.".formatted(sku, row.seq(), chain.seq));
        }
        if (!row.prevHash().equals(chain.hash)) {
            violations.add("Row %d in the ledger of %s does not follow the row before it.".formatted(row.seq(), sku));
        }
        if (!LedgerHash.of(row).equals(row.hash())) {
            violations.add("Row %d in the ledger of %s (batch %s, %+d) was changed after it was written."
                    .formatted(row.seq(), sku, row.batchNumber(), row.quantity()));
        }
        chain.seq = row.seq();
        chain.hash = row.hash();
    }

    private static Map<Long, Head> heads(Tx tx) {
        Map<Long, Head> heads = new HashMap<>();
        tx.session()
                .createNativeQuery("select id, sku, ledger_seq, ledger_hash from product", Object[].class)
                .getResultList()
                .forEach(row -> heads.put(
                        ((Number) row[0]).longValue(),
                        new Head((String) row[1], ((Number) row[2]).longValue(), (String) row[3])));
        return heads;
    }
}
