package app.mortar.reservation;

/** What became of one request of a group. */
sealed interface Decided {
    /** The desk has answered. */
    record Said(HoldAnswer answer) implements Decided {}

    /** The request cannot be meant, or is not permitted; nothing was done for it, and the others are none the worse. */
    record Wrong(RuntimeException mistake) implements Decided {}

    /** It wants what somebody else is working on: it must wait by itself. */
    record Alone() implements Decided {}
}
