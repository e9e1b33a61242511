package app.mortar.store;

/** What a program wants with the database: how many connections, and whether it can live on somebody else's. */
public enum Use {
    /** The server: owns an embedded database, until it is stopped. */
    SERVE("mortar serve", 8),
    /** The desktop: owns an embedded database, until it is closed. */
    DESKTOP("the desktop", 4),
    /** A short command: joins whoever owns an embedded database, else owns it for a moment. */
    COMMAND("a mortar command", 2);

    private final String words;
    private final int connections;

    Use(String words, int connections) {
        this.words = words;
        this.connections = connections;
    }

    String words() {
        return words;
    }

    int connections() {
        return connections;
    }

    /** Whether it runs until somebody ends it. */
    public boolean stays() {
        return this != COMMAND;
    }
}
