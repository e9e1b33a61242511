package app.mortar.alert;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a product that was there before had no good unit. */
@Entity
@Table(name = "stockout")
public class Stockout {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stockout_seq")
    @SequenceGenerator(name = "stockout_seq", sequenceName = "stockout_seq", allocationSize = 50)
    private long id;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long productId;

    @Column(name = "open_product")
    private @Nullable Long openProduct;

    @Column(name = "began_at", nullable = false, updatable = false)
    private Instant beganAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Stockout() {}

    static Stockout began(long product, Instant now) {
        Stockout stockout = new Stockout();
        stockout.productId = product;
        stockout.openProduct = product;
        stockout.beganAt = now;
        return stockout;
    }

    public long id() {
        return id;
    }
}
