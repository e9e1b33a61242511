package app.mortar.intake;

import java.text.Normalizer;

/** Text as people mean it: without the spaces and marks that nobody sees but that make two codes different. */
final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /**
     * Every run of spaces (no-break ones, tabs and line breaks too) becomes one space, none at the ends; direction
     * marks, soft hyphens and zero-width spaces go. Joiners stay: some scripts need them.
     */
    static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                space = true;
            } else if (Character.getType(c) != Character.FORMAT || isJoiner(c)) {
                if (space && !plain.isEmpty()) {
                    plain.append(' ');
                }
                space = false;
                plain.appendCodePoint(c);
            }
        }
        String result = plain.toString();
        return isBlank(result) ? "" : Normalizer.normalize(result, Normalizer.Form.NFC);
    }

    /** Does it show nothing? Control characters count as something: they must be told. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!isSpace(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /** Most texts are: printable ASCII without a space too many. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    /** The first character that no database and no label can take; -1 when there is none. */
    static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean control = Character.isISOControl(c) && !isSpace(c);
            if (control || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE) {
                return c;
            }
        }
        return -1;
    }

    /** Does it break into lines or columns inside, as only pasted text does? */
    static boolean breaks(String text) {
        String inner = text.strip();
        return inner.indexOf('\n') >= 0 || inner.indexOf('\r') >= 0 || inner.indexOf('\t') >= 0;
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || c == '\t' || c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85;
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
    }
}
