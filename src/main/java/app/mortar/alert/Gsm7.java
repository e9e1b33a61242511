package app.mortar.alert;

import java.text.Normalizer;

/**
 * The letters of a text message. What is not among them would make a page of 160 letters one of 70; so do some that
 * are, at the gateway used here, and those are left out as well.
 */
final class Gsm7 {
    /** Letters on one page. */
    static final int PAGE = 160;

    private static final String PLAIN = "@£$¥èéùìòÇØøÅåÆæßÉ !\"#%&()*+,-.:<=>?¡ÄÖÑÜ§¿äöñüà0123456789"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Gsm7() {}

    /** The same in letters that fit; what has none becomes a question mark. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        text.replace("₦", "NGN ").replace("//", "/").codePoints().forEach(letter -> plain.append(fitted(letter)));
        return plain.toString().replaceAll(" {2,}", " ").strip();
    }

    private static String fitted(int letter) {
        String one = Character.toString(letter);
        if (PLAIN.contains(one) || letter == '/') {
            return one;
        }
        return switch (letter) {
            case ';' -> ",";
            case '{', '[' -> "(";
            case '}', ']' -> ")";
            case '~', '^', '\\', '|', '_', '–', '—', '‑' -> "-";
            case '\'', '’', '‘', '`', '“', '”' -> "";
            case '€' -> "EUR";
            case '…' -> "...";
            case '·', '•' -> "-";
            default -> Character.isWhitespace(letter) || Character.isSpaceChar(letter) ? " " : withoutMarks(one);
        };
    }

    private static String withoutMarks(String letter) {
        String bare = Normalizer.normalize(letter, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return !bare.isEmpty() && bare.codePoints().allMatch(one -> PLAIN.indexOf(one) >= 0)
                ? bare
                : Character.getType(letter.codePointAt(0)) == Character.NON_SPACING_MARK ? "" : "?";
    }
}
