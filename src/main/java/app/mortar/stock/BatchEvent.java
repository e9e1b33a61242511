package app.mortar.stock;

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
import org.jspecify.annotations.Nullable;

/** Something that happened to a batch without moving units, so the ledger has no row for it. */
@Entity
@Immutable
@Table(name = "batch_event")
public class BatchEvent {
    /** What happened. */
    public enum Kind {
        HOLD,
        RELEASE,
        RECALL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch_event_seq")
    @SequenceGenerator(name = "batch_event_seq", sequenceName = "batch_event_seq", allocationSize = 50)
    private long id;

    @Column(name = "batch_id", nullable = false)
    private long batchId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Kind kind;

    @Column(nullable = false)
    private int quantity;

    @Column(length = 500)
    private @Nullable String note;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @SuppressWarnings("NullAway.Init")
    protected BatchEvent() {}

    static void note(Tx tx, Kind kind, Batch batch, int units, @Nullable String note) {
        Movement.mustFit(note);
        BatchEvent event = new BatchEvent();
        event.batchId = batch.id().value();
        event.kind = kind;
        event.quantity = units;
        event.note = note;
        event.at = tx.now();
        event.actor = tx.actor().name();
        event.workstation = tx.actor().workstation();
        tx.session().insert(event);
    }

    public long id() {
        return id;
    }
}
