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
    SEE_METRICS,
    /** Pick confirmed orders from the shelves. */
    PICK,
    /** Hand out another batch than the one that expires first, for a reason. */
    OVERRIDE_FEFO,
    /** Book a difference between shelf and books, or reverse a mistake, for a reason. */
    ADJUST,
    /** Send units back to the supplier. */
    RETURN_TO_SUPPLIER,
    /** Set minimum levels and reorder quantities. */
    SET_MINIMUMS,
    /** Enter what was counted. */
    COUNT,
    /** Start and approve counts, which books their differences. */
    APPROVE_COUNTS,
    /** Load lists of products and of opening stock. */
    IMPORT,
    /** See alerts and messages, acknowledge, snooze and retry them. */
    HANDLE_ALERTS,
    /** See and export the managers' reports. */
    SEE_REPORTS,
    /** Change what is set for the pharmacy. */
    CHANGE_SETTINGS,
    /** Add and disable staff, give new passwords, read who signed in. */
    MANAGE_STAFF,
    /** Point this program to another database, back it up. */
    MANAGE_DATABASE
}
