package app.mortar.store;

/** A database that can be connected to until it is closed. */
interface OpenedStore extends AutoCloseable {
    Link link();

    @Override
    void close();
}
