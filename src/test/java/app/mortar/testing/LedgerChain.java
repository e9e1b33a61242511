package app.mortar.testing;

import app.mortar.store.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Computes the ledger's hashes again from the rows, as an auditor with no part of the program would. */
public final class LedgerChain {
    private LedgerChain() {}

    /** The rows whose hash is not that of their facts. */
    public static List<String> broken(Link link) {
        List<String> broken = new ArrayList<>();
        try (var connection = DriverManager.getConnection(link.url(), link.user(), link.password());
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from inventory_movement order by product_id, seq")) {
            while (row.next()) {
                if (!row.getString("hash").equals(hash(row))) {
                    broken.add("product " + row.getLong("product_id") + " row " + row.getLong("seq"));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return broken;
    }

    private static String hash(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        String micros = Long.toString(at.toEpochSecond() * 1_000_000 + at.getNano() / 1000);
        StringBuilder facts = new StringBuilder();
        for (String column : List.of(
                "prev_hash",
                "product_id",
                "seq",
                "batch_id",
                "type",
                "quantity",
                "batch_number",
                "expiry_date",
                "at",
                "actor",
                "workstation",
                "reason",
                "note",
                "reference",
                "document_id",
                "order_line_id",
                "fefo",
                "unit_cost",
                "reverses")) {
            String fact = column.equals("at") ? micros : row.getString(column);
            facts.append(fact == null ? "-;" : fact.length() + ":" + fact + ";");
        }
        String witness = row.getString("witness");
        if (witness != null) {
            facts.append(witness.length()).append(':').append(witness).append(';');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(facts.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
