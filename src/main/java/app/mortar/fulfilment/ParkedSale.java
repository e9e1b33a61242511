package app.mortar.fulfilment;

import app.mortar.store.Tx;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A sale at the counter that waits under its hold, with the name by which somebody will ask for it. */
@Entity
@Table(name = "parked_sale")
public class ParkedSale {
    @Id
    private String token;

    @Column(nullable = false, length = 100)
    private String name;

    @Column(length = 500)
    private @Nullable String note;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = 120)
    private String actor;

    @Column(nullable = false, length = 120)
    private String workstation;

    @SuppressWarnings("NullAway.Init")
    protected ParkedSale() {}

    static ParkedSale parked(Tx tx, String token, String name, @Nullable String note) {
        ParkedSale sale = new ParkedSale();
        sale.token = token;
        sale.name = name;
        sale.note = note;
        sale.at = tx.now();
        sale.actor = tx.actor().name();
        sale.workstation = tx.actor().workstation();
        return sale;
    }

    public String token() {
        return token;
    }

    public String name() {
        return name;
    }

    public @Nullable String note() {
        return note;
    }

    public Instant at() {
        return at;
    }

    public String actor() {
        return actor;
    }
}
