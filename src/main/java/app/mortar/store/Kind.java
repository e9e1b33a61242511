package app.mortar.store;

/** Which of the two databases; used only where they really differ. */
public enum Kind {
    H2,
    POSTGRESQL;

    /** By the JDBC address; anything but these two is refused. */
    public static Kind of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "The address of the database must begin with jdbc:postgresql: or jdbc:h2:, not "
                        + url.substring(0, Math.min(url.length(), 20)));
    }

    String folder() {
        return this == H2 ? "h2" : "postgresql";
    }
}
