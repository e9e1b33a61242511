package app.mortar.gs1;

/** Scanned text made fit for a sentence: one line, printable, not too long. */
final class Quoted {
    private static final int LONGEST = 60;

    private Quoted() {}

    static String text(String raw) {
        StringBuilder shown = new StringBuilder();
        raw.codePoints().limit(LONGEST).forEach(c -> shown.append(character(c)));
        return raw.codePointCount(0, raw.length()) > LONGEST
                ? shown.append("...").toString()
                : shown.toString();
    }

    /** A letter as itself, the separator as {@code {GS}}, anything that cannot be printed safely by its number. */
    static String character(int c) {
        if (c == Separators.GS) {
            return "{GS}";
        }
        return c >= ' ' && c <= '~' ? Character.toString(c) : "{U+%04X}".formatted(c);
    }

    /** As {@link #character}, with the official name of what is not on every keyboard. */
    static String named(int c) {
        String name = c > '~' || c < ' ' ? Character.getName(c) : null;
        return name == null ? "'" + character(c) + "'" : "U+%04X (%s)".formatted(c, name);
    }
}
