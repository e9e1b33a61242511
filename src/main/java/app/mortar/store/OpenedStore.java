package app.mortar.store;

/** A database that can be connected to until it is closed. */
interface OpenedStore extends AutoCloseable {
    Link link();

    /** Whether the last one who had it open did not close it in order, so that it was looked at closely. */
    default boolean afterUncleanStop() {
        return false;
    }

    @Override
    void close();
}
