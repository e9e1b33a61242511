package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a code that was typed through the wrong keyboard layout. A keyboard scanner sends key positions; where scanner
 * and computer do not agree about the layout, other characters arrive. Such a code is never mended: where digits
 * changed, letters of the batch (y and z, a and q) may have changed unnoticed.
 */
final class KeyboardDamage {
    /** What the digits 0 to 9 turn into. */
    private static final Map<String, String> DIGITS_BECOME = new TreeMap<>(Map.of(
            "a French keyboard", "\u00E0&\u00E9\"'(-\u00E8_\u00E7",
            "a Belgian keyboard", "\u00E0&\u00E9\"'(\u00A7\u00E8!\u00E7",
            "a Czech keyboard", "\u00E9+\u011B\u0161\u010D\u0159\u017E\u00FD\u00E1\u00ED",
            "a held Shift key", ")!@#$%^&*(",
            "a held Shift key on a German keyboard", "=!\"\u00A7$%&/()",
            "a held Shift key on a British keyboard", ")!\"\u00A3$%^&*("));

    /** "01" and a GTIN: enough to be sure. */
    private static final int PROOF = 16;

    private KeyboardDamage() {}

    static void refuse(String code) throws Unreadable {
        for (Map.Entry<String, String> layout : DIGITS_BECOME.entrySet()) {
            String digits = translated(code, layout.getValue());
            // with or without three characters of symbology identifier, garbled as well
            if (provesGtin(digits) || (digits.length() > 3 && provesGtin(digits.substring(3)))) {
                throw Unreadable.because("The digits arrive as from " + layout.getKey()
                        + ": scanner and computer disagree about the keyboard layout. Set the scanner to the layout of"
                        + " this computer and scan again.");
            }
        }
        boolean identifierGarbled = code.length() > 3 && "]({".indexOf(code.charAt(0)) < 0 && !isDigit(code.charAt(0));
        if (identifierGarbled && provesGtin(code.substring(3)) && isDigit(code.charAt(2))) {
            throw Unreadable.because("The code begins with " + Quoted.text(code.substring(0, 3))
                    + " where ] and two characters should be: scanner and computer disagree about the keyboard layout,"
                    + " so letters such as y and z may be swapped. Set the scanner to the layout of this computer and"
                    + " scan again.");
        }
    }

    private static String translated(String code, String digits) {
        StringBuilder text = new StringBuilder();
        code.chars().limit(PROOF + 3).forEach(c -> {
            int digit = digits.indexOf(c);
            text.append(digit >= 0 ? (char) ('0' + digit) : '?');
        });
        return text.toString();
    }

    private static boolean provesGtin(String text) {
        return text.length() >= PROOF
                && text.startsWith("01")
                && text.chars().limit(PROOF).allMatch(KeyboardDamage::isDigit)
                && Gtin.checkDigit(text.substring(2, PROOF - 1)) == text.charAt(PROOF - 1) - '0';
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
