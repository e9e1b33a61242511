package app.mortar.stock;

import app.mortar.kernel.ProductId;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A promise that stock could not keep: what the plan counts as {@code oversellIncidents}. */
@Entity
@Immutable
@Table(name = "oversell_incident")
public class OversellIncident {
    private static final int LONGEST_DETAIL = 500;

    /** Why a promise was not kept. */
    public enum Cause {
        /** A constraint of the database refused what had been decided: two acts have got in each other's way. Never. */
        CONCURRENCY,
        /** A confirmed order could not be dispatched for want of stock; counted once for each order. */
        DISPATCH,
        /** A cart's hold was broken because its batch was recalled. */
        RECALL,
        /** A cart's hold was broken because its batch may not be sold any more. */
        EXPIRY,
        /** A cart's hold was broken because a count did not find its units. */
        COUNT
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "oversell_incident_seq")
    @SequenceGenerator(name = "oversell_incident_seq", sequenceName = "oversell_incident_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12)
    private Cause cause;

    @Column(length = 40)
    private @Nullable String token;

    @Column(name = "order_id")
    private @Nullable Long orderId;

    @Column(name = "product_id")
    private @Nullable Long productId;

    @Column(nullable = false)
    private int units;

    @Column(nullable = false, length = LONGEST_DETAIL)
    private String detail;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @SuppressWarnings("NullAway.Init")
    protected OversellIncident() {}

    private static OversellIncident of(Tx tx, Cause cause, int units, String detail) {
        OversellIncident incident = new OversellIncident();
        incident.cause = cause;
        incident.units = units;
        incident.detail = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
        incident.at = tx.now();
        incident.actor = tx.actor().name();
        incident.workstation = tx.actor().workstation();
        return incident;
    }

    /**
     * A cart's hold was broken.
     *
     * @param units of the product that the cart has lost
     */
    public static void holdBroken(Tx tx, Cause cause, String token, ProductId product, int units, String detail) {
        OversellIncident incident = of(tx, cause, units, detail);
        incident.token = token;
        incident.productId = product.value();
        tx.session().insert(incident);
    }

    /** A confirmed order could not leave; the order is locked, so that this is noted once however often it is tried. */
    public static void dispatchRefused(Tx tx, long orderId, @Nullable String token, List<Shortage> shortages) {
        boolean known = tx.session()
                        .createSelectionQuery(
                                "select count(*) from OversellIncident i where i.orderId = :order and i.cause = DISPATCH",
                                Long.class)
                        .setParameter("order", orderId)
                        .getSingleResult()
                > 0;
        if (!known) {
            long missing = shortages.stream()
                    .mapToLong(shortage -> shortage.requested() - shortage.available())
                    .sum();
            OversellIncident incident = of(
                    tx,
                    Cause.DISPATCH,
                    Math.toIntExact(missing),
                    shortages.stream()
                            .map(shortage ->
                                    shortage.sku() + ": " + shortage.available() + " of " + shortage.requested())
                            .collect(Collectors.joining("; ")));
            incident.orderId = orderId;
            incident.token = token;
            tx.session().insert(incident);
        }
    }

    /** If a check of the database is why {@code refused} was thrown, that is noted once the try is rolled back. */
    static void watch(Tx tx, RuntimeException refused) {
        for (Throwable t = refused; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && isCheck(sql)) {
                tx.afterRollback(transactions -> note(transactions, tx, sql));
                return;
            }
        }
    }

    /** A check was violated: 23513 on H2, 23514 on PostgreSQL. */
    private static boolean isCheck(SQLException e) {
        return "23513".equals(e.getSQLState()) || "23514".equals(e.getSQLState());
    }

    private static void note(Transactions transactions, Tx failed, SQLException refusal) {
        String detail = String.valueOf(refusal.getMessage());
        transactions.run(failed.actor(), tx -> tx.session().insert(of(tx, Cause.CONCURRENCY, 0, detail)));
    }

    public long id() {
        return id;
    }
}
