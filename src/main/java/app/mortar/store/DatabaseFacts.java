package app.mortar.store;

import java.util.OptionalLong;

/**
 * What there is to know about the open database, for whoever looks after it.
 *
 * @param address where it is, without login
 * @param version of the database program
 * @param schema the newest migration applied
 * @param bytes how large it is; empty where it does not say
 * @param pool this program's connections
 * @param afterUncleanStop whether the last stop was not in order, so that it was looked at closely when it was opened
 */
public record DatabaseFacts(
        Kind kind,
        String address,
        String version,
        String schema,
        OptionalLong bytes,
        Pool pool,
        boolean afterUncleanStop) {
    /**
     * Connections of this program.
     *
     * @param active in use now
     * @param open in use or waiting to be used
     * @param most as many as there may be
     */
    public record Pool(int active, int open, int most) {}
}
