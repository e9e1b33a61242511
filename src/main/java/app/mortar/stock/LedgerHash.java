package app.mortar.stock;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a ledger row: SHA-256 over the previous row's hash and every fact of this one, each with its length in
 * front, so that no two rows read alike. Moments count in microseconds, which is what the databases keep.
 */
public final class LedgerHash {
    /** What the first row of a product has in place of a previous hash. */
    public static final String START = "0".repeat(64);

    private LedgerHash() {}

    /** The hash that the row must have, from its facts alone. */
    public static String of(Movement row) {
        StringBuilder facts = new StringBuilder(400);
        BigDecimal cost = row.unitCost();
        add(facts, row.prevHash());
        add(facts, row.product().value());
        add(facts, row.seq());
        add(facts, row.batch().value());
        add(facts, row.type());
        add(facts, row.quantity());
        add(facts, row.batchNumber());
        add(facts, row.expiryDate());
        add(facts, ChronoUnit.MICROS.between(java.time.Instant.EPOCH, row.at()));
        add(facts, row.actor());
        add(facts, row.workstation());
        add(facts, row.reason());
        add(facts, row.note());
        add(facts, row.reference());
        add(facts, row.documentId());
        add(facts, row.orderLineId());
        add(facts, row.fefo());
        add(facts, cost == null ? null : cost.setScale(4).toPlainString());
        add(facts, row.reverses());
        String witness = row.witness();
        if (witness != null) {
            add(facts, witness); // rows from before there were witnesses keep their hash
        }
        return HexFormat.of().formatHex(sha256().digest(facts.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(StringBuilder facts, @Nullable Object fact) {
        if (fact == null) {
            facts.append("-;");
        } else {
            String text = fact.toString();
            facts.append(text.length()).append(':').append(text).append(';');
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
