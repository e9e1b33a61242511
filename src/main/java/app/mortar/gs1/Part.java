package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One part of an element's value; most values have just one.
 *
 * @param set the characters it is made of
 * @param min fewest characters
 * @param max most characters
 * @param optional may be left out together with all parts behind it
 * @param check what the characters must mean
 */
record Part(CharacterSet set, int min, int max, boolean optional, Check check) {
    enum Check {
        NONE,
        /** The last digit is the modulo 10 check digit of those before it. */
        CHECK,
        /** YYMMDD. */
        DATE,
        /** YYMMDD where DD may be 00. */
        DAY0,
        HHMM,
        HH,
        /** Minutes or seconds. */
        MM;

        boolean isDate() {
            return this == DATE || this == DAY0;
        }
    }

    /** Reads the table's notation: {@code n6:day0}, {@code x..20}, {@code [n..12]}. */
    static Part of(String notation) {
        boolean optional = notation.startsWith("[");
        String[] halves = notation.replace("[", "").replace("]", "").split(":", -1);
        String length = halves[0].substring(1);
        boolean upTo = length.startsWith("..");
        int max = Integer.parseInt(upTo ? length.substring(2) : length);
        return new Part(
                CharacterSet.valueOf(halves[0].substring(0, 1).toUpperCase(Locale.ROOT)),
                upTo ? 1 : max,
                max,
                optional,
                halves.length == 1 ? Check.NONE : Check.valueOf(halves[1].toUpperCase(Locale.ROOT)));
    }

    boolean proves() {
        return check == Check.CHECK || check.isDate();
    }

    /** What is wrong with the meaning of {@code piece}, whose length and characters are right; null when nothing is. */
    @Nullable
    String complaint(String piece) {
        return switch (check) {
            case NONE -> null;
            case CHECK -> checkDigitComplaint(piece);
            case DATE, DAY0 -> prefixed("is no date: ", Gs1Date.complaint(piece, check == Check.DAY0));
            case HHMM ->
                piece.compareTo("2400") < 0 && piece.substring(2).compareTo("60") < 0
                        ? null
                        : "is no time: the day has no " + piece.substring(0, 2) + ":" + piece.substring(2);
            case HH -> piece.compareTo("24") < 0 ? null : "is no time: the day has no hour " + piece;
            case MM -> piece.compareTo("60") < 0 ? null : "is no time: there is no minute or second " + piece;
        };
    }

    private static @Nullable String checkDigitComplaint(String piece) {
        int should = Gtin.checkDigit(piece.substring(0, piece.length() - 1));
        return piece.charAt(piece.length() - 1) - '0' == should
                ? null
                : "has a wrong check digit: with " + piece + " the last digit should be " + should
                        + "; a digit was misread or mistyped";
    }

    private static @Nullable String prefixed(String prefix, @Nullable String complaint) {
        return complaint == null ? null : prefix + complaint;
    }
}
