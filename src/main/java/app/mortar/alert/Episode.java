package app.mortar.alert;

import app.mortar.kernel.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A product below its minimum, from the moment it fell until it recovered. Its time is cut into periods: the first
 * begins when it opens, the next with each repeat; in a period a severity is told of once.
 */
@Entity
@Table(name = "alert_episode")
public class Episode {
    /** What is to be said now of an episode that goes on. */
    enum Due {
        NOTHING,
        REPEAT,
        ESCALATION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "alert_episode_seq")
    @SequenceGenerator(name = "alert_episode_seq", sequenceName = "alert_episode_seq", allocationSize = 50)
    private long id;

    @Column(name = "product_id", nullable = false, updatable = false)
    private long productId;

    @Column(name = "open_product")
    private @Nullable Long openProduct;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 3)
    private Severity severity;

    @Column(name = "good_units", nullable = false)
    private int goodUnits;

    @Column(nullable = false)
    private int minimum;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "last_notified_at")
    private @Nullable Instant lastNotifiedAt;

    @Column(nullable = false)
    private int period;

    @Column(name = "out_period")
    private @Nullable Integer outPeriod;

    @Column(nullable = false)
    private int repeats;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by", length = 120)
    private @Nullable String acknowledgedBy;

    @Column(name = "snoozed_until")
    private @Nullable LocalDate snoozedUntil;

    @Column(name = "snoozed_to_receipt", nullable = false)
    private boolean snoozedToReceipt;

    @Column(name = "resolved_at")
    private @Nullable Instant resolvedAt;

    @SuppressWarnings("NullAway.Init")
    protected Episode() {}

    /** The product has fallen below its minimum. */
    static Episode opened(Standing standing, Instant now) {
        Episode episode = new Episode();
        episode.productId = standing.product();
        episode.openProduct = standing.product();
        episode.openedAt = now;
        episode.severity = standing.severity();
        episode.note(standing);
        return episode;
    }

    private void note(Standing standing) {
        severity = standing.severity();
        goodUnits = standing.good();
        minimum = standing.minimum();
    }

    /** It is still below. If it is worse than it was, whoever has taken note of the lesser trouble is asked again. */
    void goesOn(Standing standing) {
        if (standing.severity().compareTo(severity) > 0) {
            wake();
        }
        note(standing);
    }

    /** It recovered and fell again before one could believe it. */
    void reopens(Standing standing) {
        openProduct = productId;
        resolvedAt = null;
        somethingCame();
        goesOn(standing);
    }

    void resolve(Standing standing, Instant now) {
        openProduct = null;
        resolvedAt = now;
        goodUnits = standing.good();
        minimum = standing.minimum();
    }

    /** Units came in, though not enough. */
    void somethingCame() {
        snoozedToReceipt = false;
    }

    /** Must this be said at once? When nobody was told yet, or of a stock-out in a period that knows only of low stock. */
    boolean isNews() {
        Integer out = outPeriod;
        return lastNotifiedAt == null || (severity == Severity.OUT && (out == null || out != period));
    }

    void told(Instant now) {
        lastNotifiedAt = now;
        if (severity == Severity.OUT) {
            outPeriod = period;
        }
    }

    /** The message was taken back before it was sent: nobody knows. */
    void untold() {
        lastNotifiedAt = null;
    }

    /** What is due at that moment, if {@code repeat} is how long one waits before it is said again. */
    Due due(Instant now, LocalDate today, Duration repeat, int escalateAfter) {
        Instant last = lastNotifiedAt;
        if (!isOpen() || isSilent(today) || (last != null && last.plus(repeat).isAfter(now))) {
            return Due.NOTHING;
        }
        return last != null && repeats >= escalateAfter ? Due.ESCALATION : Due.REPEAT;
    }

    boolean isSilent(LocalDate today) {
        LocalDate until = snoozedUntil;
        return acknowledgedAt != null || snoozedToReceipt || (until != null && today.isBefore(until));
    }

    /** The next period begins. An episode that nobody was told of yet is still in its first. */
    void nextPeriod() {
        if (lastNotifiedAt != null) {
            period++;
            repeats++;
        }
    }

    void escalated(Instant now) {
        escalatedAt = now;
    }

    void acknowledge(String by, Instant now) {
        acknowledgedAt = now;
        acknowledgedBy = by;
    }

    void snoozeUntil(LocalDate day) {
        snoozedUntil = day;
        snoozedToReceipt = false;
    }

    void snoozeToReceipt() {
        snoozedToReceipt = true;
        snoozedUntil = null;
    }

    /** It is spoken of again. */
    void wake() {
        acknowledgedAt = null;
        acknowledgedBy = null;
        snoozedUntil = null;
        snoozedToReceipt = false;
    }

    public long id() {
        return id;
    }

    public ProductId product() {
        return new ProductId(productId);
    }

    public boolean isOpen() {
        return openProduct != null;
    }

    public Severity severity() {
        return severity;
    }

    public int goodUnits() {
        return goodUnits;
    }

    public int minimum() {
        return minimum;
    }

    int period() {
        return period;
    }

    public int repeats() {
        return repeats;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Instant lastNotifiedAt() {
        return lastNotifiedAt;
    }

    public @Nullable Instant escalatedAt() {
        return escalatedAt;
    }

    public @Nullable Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable String acknowledgedBy() {
        return acknowledgedBy;
    }

    public @Nullable LocalDate snoozedUntil() {
        return snoozedUntil;
    }

    public boolean snoozedToReceipt() {
        return snoozedToReceipt;
    }

    public @Nullable Instant resolvedAt() {
        return resolvedAt;
    }
}
