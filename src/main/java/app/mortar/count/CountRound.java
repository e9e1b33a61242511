package app.mortar.count;

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
import org.jspecify.annotations.Nullable;

/** A round of counting: what somebody decided to count, until it is closed or called off. */
@Entity
@Table(name = "count_round")
public class CountRound {
    /** How the products of the round were chosen. */
    public enum Kind {
        SHELF,
        CATEGORY,
        PRODUCTS,
        RISK
    }

    /** How far it is. */
    public enum Status {
        OPEN,
        CLOSED,
        CANCELLED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "count_round_seq")
    @SequenceGenerator(name = "count_round_seq", sequenceName = "count_round_seq", allocationSize = 50)
    private long id;

    @Column(nullable = false, length = 200, updatable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "scope", nullable = false, length = 10, updatable = false)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Status status;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Column(name = "started_by", nullable = false, length = 120, updatable = false)
    private String startedBy;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Column(name = "closed_by", length = 120)
    private @Nullable String closedBy;

    @SuppressWarnings("NullAway.Init")
    protected CountRound() {}

    static CountRound begun(Tx tx, String title, Kind kind) {
        CountRound round = new CountRound();
        round.title = title;
        round.kind = kind;
        round.status = Status.OPEN;
        round.startedAt = tx.now();
        round.startedBy = tx.actor().name();
        return round;
    }

    void end(Tx tx, Status how) {
        status = how;
        closedAt = tx.now();
        closedBy = tx.actor().name();
    }

    public long id() {
        return id;
    }

    public String title() {
        return title;
    }

    public Kind kind() {
        return kind;
    }

    public Status status() {
        return status;
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public String startedBy() {
        return startedBy;
    }

    public @Nullable Instant closedAt() {
        return closedAt;
    }

    public @Nullable String closedBy() {
        return closedBy;
    }
}
