package app.mortar.paper;

/** A label of 60 by 30 mm, and where things stand on it; in points of 1/72 inch from its top left. */
public final class LabelSize {
    private static final double MM = 72 / 25.4;

    public static final double WIDTH = 60 * MM;
    public static final double HEIGHT = 30 * MM;
    public static final double MARGIN = 2 * MM;
    /** The side of the code with its quiet zone. */
    public static final double CODE = 20 * MM;
    /** Where the words beside the code begin. */
    public static final double WORDS = MARGIN + CODE + 2 * MM;

    private LabelSize() {}
}
