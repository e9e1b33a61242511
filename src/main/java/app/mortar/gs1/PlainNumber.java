package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bare number of an EAN-13, EAN-8, UPC or ITF-14 symbol: a GTIN with nothing around it. */
final class PlainNumber {
    private PlainNumber() {}

    /** As many digits as a GTIN has, blanks between them as in print allowed. */
    static boolean looksLike(String data) {
        int length = withoutBlanks(data).length();
        return data.chars().allMatch(c -> c == ' ' || CharacterSet.N.contains(c))
                && (length == 8 || (length >= 12 && length <= 14));
    }

    /** The number of a symbol that the scanner has named. */
    static List<Element> of(Symbology symbology, String data) throws Unreadable {
        boolean fits = data.chars().allMatch(CharacterSet.N::contains)
                && switch (symbology) {
                    case EAN_13 -> data.length() == 13 || data.length() == 12;
                    case EAN_8 -> data.length() == 8;
                    case ITF_14 -> data.length() == 14;
                    case UNKNOWN, GS1, PLAIN -> false;
                };
        if (!fits) {
            throw Unreadable.because("The scanner says " + symbology.name().replace('_', '-') + ", but sent "
                    + Quoted.text(data) + ", which is not a number of that kind. If the symbol looks different, switch"
                    + " Caps Lock off and scan again.");
        }
        return List.of(gtin(data));
    }

    /** A number that nobody says anything about: it is a GTIN if its check digit is right. */
    static List<Element> guess(String data, List<String> warnings) throws Unreadable {
        String digits = withoutBlanks(data);
        if (digits.length() != 8) {
            return List.of(gtin(digits));
        }
        boolean ean8 = checks(digits);
        String upcA = upcA(digits);
        if (ean8 && upcA != null) {
            throw Unreadable.because(digits + " is right both as EAN-8 and as the short form of UPC " + upcA
                    + ". Let the scanner send symbology identifiers, or type the long number.");
        }
        if (upcA != null) {
            warnings.add(digits + " was read as the short form (UPC-E) of " + upcA + ".");
            return List.of(gtin(upcA));
        }
        Element date = date(digits);
        if (ean8) {
            if (date != null) {
                warnings.add(digits + " was read as EAN-8, but it could also be " + date + ".");
            }
            return List.of(gtin(digits));
        }
        if (date == null) {
            return List.of(gtin(digits));
        }
        warnings.add(digits + " is no EAN-8; it was read as " + date + ".");
        return List.of(date);
    }

    private static Element gtin(String digits) throws Unreadable {
        if (!checks(digits)) {
            int should = Gtin.checkDigit(digits.substring(0, digits.length() - 1));
            throw Unreadable.because(digits + " has as many digits as a GTIN, but its last digit should be " + should
                    + ": a digit was misread or mistyped, or it is an internal number.");
        }
        return Element.gtin(Gtin.of(digits));
    }

    private static boolean checks(String digits) {
        int last = digits.length() - 1;
        return Gtin.checkDigit(digits.substring(0, last)) == digits.charAt(last) - '0';
    }

    /** Eight digits may be an identifier and a date: the second half of a code printed in two. */
    private static @Nullable Element date(String digits) {
        Ai ai = AiTable.at(digits, 0);
        if (ai == null
                || ai.code().length() != 2
                || !ai.startsWithDate()
                || ai.complaint(digits.substring(2)) != null) {
            return null;
        }
        return new Element(ai, digits.substring(2));
    }

    /** The twelve digits that a UPC-E number stands for, if it is one. */
    private static @Nullable String upcA(String digits) {
        if (digits.charAt(0) > '1') {
            return null;
        }
        String six = digits.substring(1, 7);
        String ten =
                switch (six.charAt(5)) {
                    case '0', '1', '2' -> six.substring(0, 2) + six.charAt(5) + "0000" + six.substring(2, 5);
                    case '3' -> six.substring(0, 3) + "00000" + six.substring(3, 5);
                    case '4' -> six.substring(0, 4) + "00000" + six.charAt(4);
                    default -> six.substring(0, 5) + "0000" + six.charAt(5);
                };
        String twelve = digits.charAt(0) + ten + digits.charAt(7);
        return checks(twelve) ? twelve : null;
    }

    private static String withoutBlanks(String data) {
        return data.replace(" ", "");
    }
}
