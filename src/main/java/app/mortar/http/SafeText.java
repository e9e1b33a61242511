package app.mortar.http;

/** What came from outside, made fit to be shown: in a log line, in a message. */
final class SafeText {
    private SafeText() {}

    /** No control character, no half of a surrogate pair, not longer than {@code max}: one event stays one line. */
    static String shown(String text, int max) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && shown.length() < max; ) {
            int point = text.codePointAt(i);
            shown.appendCodePoint(isPlain(point) ? point : '?');
            i += Character.charCount(point);
        }
        return shown.length() < text.length() && shown.length() >= max
                ? shown.append('…').toString()
                : shown.toString();
    }

    /** Is there nothing in it that a database or a log line would stumble over? */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(SafeText::isPlain);
    }

    private static boolean isPlain(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && Character.getType(point) != Character.LINE_SEPARATOR
                && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
    }
}
