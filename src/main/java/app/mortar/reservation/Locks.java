package app.mortar.reservation;

/** How locks are taken that somebody else may have. */
enum Locks {
    /** Waited for, up to the database's limit: for a request that has all the time it may take. */
    WAITED_FOR,
    /** Had within 100 ms or done without: for a group, whose other members must not wait. */
    HAD_SOON
}
