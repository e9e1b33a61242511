package app.mortar.gs1;

/** The way out of the parsers of this package to {@link Gs1Reader}, which turns it into {@link Scan.Refused}. */
final class Unreadable extends Exception {
    private Unreadable(String sentence) {
        super(sentence, null, false, false);
    }

    static Unreadable because(String sentence) {
        return new Unreadable(sentence);
    }
}
