package app.mortar.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order and where it stands. Its units are those of the hold that {@code token} names. */
@Entity
@Table(name = "sales_order")
public class SalesOrder {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sales_order_seq")
    @SequenceGenerator(name = "sales_order_seq", sequenceName = "sales_order_seq", allocationSize = 50)
    private long id;

    @Column(name = "external_ref", nullable = false, length = 100, updatable = false)
    private String externalRef;

    @Column(nullable = false, length = 80, updatable = false)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, updatable = false)
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private OrderStatus status;

    @Column(length = 40)
    private @Nullable String token;

    @Column(length = 4000)
    private @Nullable String customer;

    @Column(name = "promised_at")
    private @Nullable Instant promisedAt;

    @Column(name = "stock_updated_at")
    private @Nullable Instant stockUpdatedAt;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected SalesOrder() {}

    static SalesOrder placed(OrderRequest request, String owner, Instant now) {
        SalesOrder order = new SalesOrder();
        order.externalRef = request.externalRef();
        order.owner = owner;
        order.channel = request.channel();
        order.status = OrderStatus.PENDING;
        order.customer = request.customer();
        order.promisedAt = request.promisedAt();
        order.createdAt = now;
        order.updatedAt = now;
        return order;
    }

    /** Takes a lawful step; whoever calls has asked {@link OrderStatus#mayBecome} before. */
    void become(OrderStatus next, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("An order that is " + status + " cannot become " + next);
        }
        status = next;
        updatedAt = now;
    }

    void uses(String holdToken) {
        token = holdToken;
    }

    void stockUpdated(Instant now) {
        stockUpdatedAt = now;
    }

    public long id() {
        return id;
    }

    public String externalRef() {
        return externalRef;
    }

    public String owner() {
        return owner;
    }

    public Channel channel() {
        return channel;
    }

    public OrderStatus status() {
        return status;
    }

    public @Nullable String token() {
        return token;
    }

    /** The JSON that came in. */
    public @Nullable String customer() {
        return customer;
    }

    public @Nullable Instant promisedAt() {
        return promisedAt;
    }

    public @Nullable Instant stockUpdatedAt() {
        return stockUpdatedAt;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
