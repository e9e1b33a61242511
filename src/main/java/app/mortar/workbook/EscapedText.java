package app.mortar.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Excel's own way (ECMA-376, ST_Xstring) to keep characters that XML cannot hold: {@code _x0007_}. A text that looks
 * like this by itself has its underscore escaped.
 */
final class EscapedText {
    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    static String decode(String text) {
        if (!text.contains("_x")) {
            return text;
        }
        return ESCAPE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    static String encode(String text) {
        return isPlain(text) ? text : encoded(text);
    }

    /** Nearly every text is; looking costs far less than building it anew. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '_' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        String safe = ESCAPE.matcher(text).replaceAll("_x005F$0");
        StringBuilder encoded = new StringBuilder(safe.length());
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < safe.length()
                    && Character.isLowSurrogate(safe.charAt(i + 1));
            if (pair) {
                encoded.append(c).append(safe.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                encoded.append('\uFFFD');
            } else if ((c < 32 && c != '\t' && c != '\n') || c >= '\uFFFE') {
                encoded.append(String.format("_x%04X_", (int) c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
