package app.mortar.workbook;

/** A file that cannot be read as a workbook. The message is one plain sentence or two for whoever sent it. */
public final class Unreadable extends RuntimeException {
    public Unreadable(String sentence) {
        super(sentence);
    }

    public Unreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
