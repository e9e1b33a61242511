package app.mortar.cli;

/** A command that cannot do what it was asked; the message is one plain line for whoever typed it. */
public final class Refused extends RuntimeException {
    private final int exitCode;

    private Refused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The input is refused: exit code 1. */
    public static Refused input(String message) {
        return new Refused(Exit.FINDING, message);
    }

    /** Wrong usage, or something around the program is not as it must be: exit code 2. */
    public static Refused usage(String message) {
        return new Refused(Exit.USAGE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
