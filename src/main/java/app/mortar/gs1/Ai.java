package app.mortar.gs1;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application identifier: the two to four digits that say what the characters behind them mean.
 *
 * @param code e.g. {@code 10}
 * @param title what it names, as a sentence begins, e.g. {@code Batch number}
 * @param parts how its value is made
 */
public record Ai(String code, String title, List<Part> parts) {
    /**
     * First two digits whose elements have a length laid down once and for all and so never need a separator behind
     * them (section 7.8.5). All others need one, even those whose format happens to have one length only.
     */
    private static final Set<String> PREDEFINED = Set.of(
            "00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "31", "32", "33",
            "34", "35", "36", "41");

    public Ai {
        parts = List.copyOf(parts);
    }

    /** "Batch number (10)". */
    public String name() {
        return title + " (" + code + ")";
    }

    /** Must something be put between this element and the next? */
    public boolean needsSeparator() {
        return !PREDEFINED.contains(code.substring(0, 2));
    }

    /** How many digits of the value stand behind the decimal point; -1 where there is no point at all. */
    int decimals() {
        boolean measure = code.length() == 4 && (code.charAt(0) == '3');
        return measure ? code.charAt(3) - '0' : -1;
    }

    int minLength() {
        return parts.stream()
                .filter(part -> !part.optional())
                .mapToInt(Part::min)
                .sum();
    }

    int maxLength() {
        return parts.stream().mapToInt(Part::max).sum();
    }

    /** Has a value that no accident makes: a check digit or a date. */
    boolean proves() {
        return parts.stream().anyMatch(Part::proves);
    }

    boolean startsWithDate() {
        return parts.getFirst().check().isDate();
    }

    /** What is wrong with {@code value}, as a sentence; null when it may stand behind this identifier. */
    @Nullable
    String complaint(String value) {
        if (value.isEmpty()) {
            return name() + " is empty.";
        }
        int at = 0;
        for (Part part : parts) {
            if (at == value.length() && part.optional()) {
                break;
            }
            int end = Math.min(at + part.max(), value.length());
            String piece = value.substring(at, end);
            if (piece.length() < part.min()) {
                return wrongLength(value);
            }
            int stranger = firstStranger(piece, part.set());
            if (stranger >= 0) {
                return strangerComplaint(value, at + stranger, part.set());
            }
            String complaint = part.complaint(piece);
            if (complaint != null) {
                return name() + " " + Quoted.text(value) + " " + complaint + ".";
            }
            at = end;
        }
        return at < value.length() ? wrongLength(value) : null;
    }

    private static int firstStranger(String piece, CharacterSet set) {
        for (int i = 0; i < piece.length(); i++) {
            if (!set.contains(piece.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private String wrongLength(String value) {
        String kind = parts.stream().allMatch(part -> part.set() == CharacterSet.N) ? "digits" : "characters";
        String wanted = minLength() == maxLength() ? "exactly " + maxLength() : minLength() + " to " + maxLength();
        String lost = value.length() > maxLength() && needsSeparator()
                ? " The separator (GS) behind it seems to be lost."
                : "";
        return name() + " has " + wanted + " " + kind + ", but " + Quoted.text(value) + " has " + value.length() + "."
                + lost;
    }

    private String strangerComplaint(String value, int at, CharacterSet set) {
        int c = value.codePointAt(at);
        String what = set == CharacterSet.N ? " must be digits here" : " may not hold this character";
        String likely = "]^|~@#$\\{}[`".indexOf(c) >= 0
                ? " If the scanner sends it in place of the separator (GS), name it in the scanner's settings."
                : "";
        return name() + what + ": " + Quoted.named(c) + " at place " + (at + 1) + " of " + Quoted.text(value) + "."
                + likely;
    }
}
