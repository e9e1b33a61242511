package app.mortar.store;

/**
 * Where a database is and who asks.
 *
 * @param url its JDBC address, complete
 */
public record Link(String url, String user, String password) {
    public Kind kind() {
        return Kind.of(url);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + " at " + url.replaceAll("[?;].*", "");
    }
}
