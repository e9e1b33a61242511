package app.mortar.store;

/** The database is away, too busy, or did not give a lock in time. The act was not done, or its outcome is unknown. */
public final class StoreUnavailable extends RuntimeException {
    /** Which of the ways a database can fail to answer. */
    public enum Reason {
        /** No connection, or it broke. */
        AWAY,
        /** Somebody else held a row for longer than we wait. */
        LOCKED
    }

    private final Reason reason;

    public StoreUnavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
