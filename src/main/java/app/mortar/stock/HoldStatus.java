package app.mortar.stock;

/** The life of a hold. Every state but ACTIVE and COMMITTED is final for its units. */
public enum HoldStatus {
    /** The timer runs. */
    ACTIVE,
    /** The timer ran out; a refresh may take units anew. */
    EXPIRED,
    /** Given back by the shop or by staff, or broken by recall, expiry or count. */
    RELEASED,
    /** Its order is confirmed: no timer any more. */
    COMMITTED,
    /** Its order was dispatched. */
    FULFILLED;

    /** Does it keep units on the shelf? */
    public boolean isOpen() {
        return this == ACTIVE || this == COMMITTED;
    }
}
