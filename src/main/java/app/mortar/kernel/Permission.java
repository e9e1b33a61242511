package app.mortar.kernel;

/** What an actor may do. Checked by the desks, underneath every screen, route and command. */
public enum Permission {
    /** Read products, batches, availability and the ledger. */
    SEE_STOCK,
    /** Hold units for a cart, refresh and release them. */
    RESERVE,
    /** Create orders and move them through their states. */
    ORDER,
    /** See and act on holds and orders that somebody else owns. */
    ACT_FOR_OTHERS,
    /** Create and edit products. */
    EDIT_PRODUCTS,
    /** Book goods in. */
    RECEIVE,
    /** Book units out as waste. */
    WRITE_OFF,
    /** Set units aside and give them free again. */
    QUARANTINE,
    /** Recall a batch. */
    RECALL,
    /** Create, list and revoke API keys. */
    MANAGE_KEYS,
    /** Run and repair the check of the books. */
    CHECK_BOOKS,
    /** Scheduled work: sweep lapsed holds, plan again at the day's change. */
    RUN_JOBS,
    /** Read metrics. */
    SEE_METRICS
}
