package app.mortar.cli;

/** What a command's exit code says. */
public final class Exit {
    /** Done. */
    public static final int DONE = 0;
    /** A finding, or input that is refused. */
    public static final int FINDING = 1;
    /** Wrong usage or environment. */
    public static final int USAGE = 2;

    private Exit() {}
}
