package app.mortar.alert;

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

/**
 * A message to one address by one medium: open for more of its kind until it is claimed, then sent as it is. Its state
 * only moves forward.
 */
@Entity
@Table(name = "notification")
public class Notice {
    /** How far it has come. FAILED before DELIVERED: a report of failure may be overtaken by the truth. */
    public enum Status {
        PENDING,
        SENT,
        FAILED,
        DELIVERED
    }

    private static final int LONGEST_ERROR = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notification_seq")
    @SequenceGenerator(name = "notification_seq", sequenceName = "notification_seq", allocationSize = 50)
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false, length = 10)
    private Kind kind;

    @Column(nullable = false, updatable = false, length = 20)
    private String channel;

    @Column(nullable = false, updatable = false, length = 200)
    private String recipient;

    @Column(updatable = false)
    private @Nullable Integer stage;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10)
    private Status status;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "detected_at", nullable = false, updatable = false)
    private Instant detectedAt;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant dueAt;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    @Column(name = "claimed_by", length = 120)
    private @Nullable String claimedBy;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @Column(nullable = false)
    private boolean resent;

    @Column(length = 4000)
    private @Nullable String body;

    @Column(name = "provider_id", length = 200)
    private @Nullable String providerId;

    @Column(name = "last_error", length = 500)
    private @Nullable String lastError;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    @Column(name = "delivered_at")
    private @Nullable Instant deliveredAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway.Init")
    protected Notice() {}

    /** A message that waits to be sent. */
    static Notice opened(
            Kind kind, Medium medium, String recipient, @Nullable Integer stage, Instant detectedAt, Instant dueAt) {
        Notice notice = new Notice();
        notice.kind = kind;
        notice.channel = medium.word();
        notice.recipient = recipient;
        notice.stage = stage;
        notice.status = Status.PENDING;
        notice.detectedAt = detectedAt;
        notice.dueAt = dueAt;
        notice.nextAt = dueAt;
        return notice;
    }

    /**
     * Takes it for one attempt. Whoever claimed it before and never said what came of it may have sent it: it is
     * claimed once more, marked, and then no more.
     *
     * @return whether it may be sent
     */
    boolean claim(String by, Instant now, Instant until, String text) {
        if (claimedUntil != null && !outcomeUnknown("Nobody recorded what came of the attempt.", now)) {
            return false;
        }
        claimedBy = by;
        claimedUntil = until;
        attempts++;
        if (body == null) {
            body = text;
        }
        return true;
    }

    /** Is the claim still that of this attempt? Another machine may have taken it over meanwhile. */
    boolean isAttempt(String by, int attempt) {
        return status == Status.PENDING && by.equals(claimedBy) && attempts == attempt;
    }

    /** The provider took it. */
    void accepted(@Nullable String id, Instant now) {
        status = Status.SENT;
        providerId = id;
        sentAt = now;
        finishedAt = now;
        lastError = null;
        release();
    }

    /** It will never be taken. */
    void refused(String why, Instant now) {
        status = Status.FAILED;
        finishedAt = now;
        lastError = cut(why);
        release();
    }

    /** Not now: again at that moment. */
    void notNow(String why, Instant next) {
        lastError = cut(why);
        nextAt = next;
        release();
    }

    /**
     * It was handed over, and nobody knows whether it arrived: one more attempt, which is marked.
     *
     * @return whether there is one more
     */
    boolean outcomeUnknown(String why, Instant next) {
        if (resent) {
            refused(why + " It had been sent once more already.", next);
            return false;
        }
        resent = true;
        notNow(why, next);
        return true;
    }

    private void release() {
        claimedBy = null;
        claimedUntil = null;
    }

    /** What the provider says of it later: late, twice and out of order. */
    void reported(Status reported, @Nullable String why, Instant now) {
        if (status == Status.PENDING || reported.compareTo(status) <= 0) {
            return;
        }
        status = reported;
        switch (reported) {
            case DELIVERED -> {
                deliveredAt = now;
                lastError = null;
            }
            case FAILED -> lastError = cut(why == null ? "The provider could not deliver it." : why);
            case PENDING, SENT -> {}
        }
    }

    /** A person wants it tried again, from the start. */
    void retry(Instant now) {
        status = Status.PENDING;
        attempts = 0;
        resent = false;
        nextAt = now;
        finishedAt = null;
        sentAt = null;
        providerId = null;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String channel() {
        return channel;
    }

    /** In full; shown only to whoever sends it. */
    String recipient() {
        return recipient;
    }

    @Nullable
    Integer stage() {
        return stage;
    }

    public Status status() {
        return status;
    }

    public int attempts() {
        return attempts;
    }

    public Instant detectedAt() {
        return detectedAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant nextAt() {
        return nextAt;
    }

    public boolean isResent() {
        return resent;
    }

    @Nullable
    String body() {
        return body;
    }

    @Nullable
    String providerId() {
        return providerId;
    }

    public @Nullable String lastError() {
        return lastError;
    }

    public @Nullable Instant sentAt() {
        return sentAt;
    }
}
