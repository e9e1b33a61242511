package app.mortar.gs1;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the printed symbol was, as far as the scanner says: three characters such as {@code ]d2} before the data. */
enum Symbology {
    /** The scanner sends no identifier. */
    UNKNOWN,
    /** DataMatrix, Code 128, DataBar, QR or DotCode that says of itself: I carry GS1 elements. */
    GS1,
    /** One of these that does not say so; it may still carry a Digital Link. */
    PLAIN,
    /** EAN-13, and UPC-A and UPC-E sent as 13 digits. */
    EAN_13,
    EAN_8,
    ITF_14;

    private static final Map<String, Symbology> BY_IDENTIFIER = Map.ofEntries(
            Map.entry("]d2", GS1),
            Map.entry("]d5", GS1),
            Map.entry("]C1", GS1),
            Map.entry("]e0", GS1),
            Map.entry("]Q3", GS1),
            Map.entry("]Q4", GS1),
            Map.entry("]J1", GS1),
            Map.entry("]d0", PLAIN),
            Map.entry("]d1", PLAIN),
            Map.entry("]d4", PLAIN),
            Map.entry("]C0", PLAIN),
            Map.entry("]Q0", PLAIN),
            Map.entry("]Q1", PLAIN),
            Map.entry("]Q2", PLAIN),
            Map.entry("]J0", PLAIN),
            Map.entry("]E0", EAN_13),
            Map.entry("]E4", EAN_8),
            Map.entry("]I0", ITF_14),
            Map.entry("]I1", ITF_14));

    /** A code taken apart: what carried it, and what it carried. */
    record Carried(Symbology symbology, String data) {}

    static Carried takeOff(String code, List<String> warnings) throws Unreadable {
        if (!code.startsWith("]")) {
            return new Carried(UNKNOWN, code);
        }
        if (code.length() < 3) {
            throw Unreadable.because("The code ends within its symbology identifier: " + Quoted.text(code) + ".");
        }
        String identifier = code.substring(0, 3);
        Symbology symbology = BY_IDENTIFIER.get(identifier);
        if (symbology == null) {
            symbology = withCapsLock(identifier, warnings);
        }
        if (symbology == null) {
            throw Unreadable.because(
                    "The scanner says " + Quoted.text(identifier) + ", a kind of barcode that carries no GS1 code.");
        }
        return new Carried(symbology, code.substring(3));
    }

    /** Identifiers mind upper and lower case. With Caps Lock on, a keyboard scanner swaps them in all of the data. */
    private static @Nullable Symbology withCapsLock(String identifier, List<String> warnings) {
        char letter = identifier.charAt(1);
        char swapped = Character.isUpperCase(letter) ? Character.toLowerCase(letter) : Character.toUpperCase(letter);
        String meant = "]" + swapped + identifier.charAt(2);
        Symbology symbology = BY_IDENTIFIER.get(meant);
        if (symbology != null) {
            warnings.add("The scanner sent " + identifier + " for " + meant + ": Caps Lock seems to be on, so upper and"
                    + " lower case letters of batch and serial may be swapped. Switch it off and scan again.");
        }
        return symbology;
    }
}
