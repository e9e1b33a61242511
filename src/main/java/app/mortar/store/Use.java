package app.mortar.store;

import java.time.Duration;

/** What a program wants with the database: how many connections, and whether it can live on somebody else's. */
public enum Use {
    /** The server: owns an embedded database, until it is stopped. */
    SERVE("mortar serve", 8, Duration.ofSeconds(20)),
    /** The desktop: owns an embedded database, until it is closed. */
    DESKTOP("the desktop", 4, Duration.ofMinutes(10)),
    /** A short command: joins whoever owns an embedded database, else owns it for a moment. */
    COMMAND("a mortar command", 2, Duration.ZERO);

    private final String words;
    private final int connections;
    private final Duration longestWork;

    Use(String words, int connections, Duration longestWork) {
        this.words = words;
        this.connections = connections;
        this.longestWork = longestWork;
    }

    String words() {
        return words;
    }

    int connections() {
        return connections;
    }

    /**
     * A transaction that is still open after this was forgotten, and the log says so: a checkout takes milliseconds, a
     * manager's report a minute or two; zero where one long act, such as an import, is all there is.
     */
    Duration longestWork() {
        return longestWork;
    }

    /** Whether it runs until somebody ends it. */
    public boolean stays() {
        return this != COMMAND;
    }
}
