package app.mortar.fulfilment;

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
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An order has come to a status: when, and by whom. Written with the step, never changed. */
@Entity
@Immutable
@Table(name = "order_step")
public class OrderStep {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_step_seq")
    @SequenceGenerator(name = "order_step_seq", sequenceName = "order_step_seq", allocationSize = 50)
    private long id;

    @Column(name = "order_id", nullable = false)
    private long orderId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private OrderStatus status;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @SuppressWarnings("NullAway.Init")
    protected OrderStep() {}

    /** Notes that {@code order} stands where it stands now. */
    static void note(Tx tx, SalesOrder order) {
        OrderStep step = new OrderStep();
        step.orderId = order.id();
        step.status = order.status();
        step.at = tx.now();
        step.actor = tx.actor().name();
        step.workstation = tx.actor().workstation();
        tx.session().insert(step);
    }

    public long id() {
        return id;
    }

    public OrderStatus status() {
        return status;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }

    public String workstation() {
        return workstation;
    }
}
