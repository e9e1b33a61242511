package app.mortar.alert;

/** What a message is about. */
public enum Kind {
    LOW_STOCK,
    STOCK_OUT,
    EXPIRY,
    /** A shortage that nobody has acted on, told to the managers. */
    ESCALATION,
    TEST;

    /** A stock-out cannot wait for the morning, nor can somebody who has just pressed "test". */
    boolean wakesPeople() {
        return this == STOCK_OUT || this == TEST;
    }
}
