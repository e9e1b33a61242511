package app.mortar.gs1;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads one barcode as it comes from a scanner, a keyboard or a file: element strings with or without symbology
 * identifier, bracketed text, Digital Links, plain GTINs. Never throws for anything that can be scanned.
 */
public final class Gs1Reader {
    /** More than any symbol holds. */
    private static final int LONGEST = 8000;

    private final Pattern separator;

    public Gs1Reader(Separators separators) {
        this.separator = separators.pattern();
    }

    public Gs1Reader() {
        this(Separators.STANDARD);
    }

    /**
     * Reads {@code text}.
     *
     * @param today the pharmacy's date, which decides the century of two-digit years
     */
    public Scan read(String text, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        try {
            return Meaning.of(elements(text, warnings), warnings, today);
        } catch (Unreadable no) {
            return new Scan.Refused(String.valueOf(no.getMessage()));
        }
    }

    private List<Element> elements(String text, List<String> warnings) throws Unreadable {
        String code = trimmed(text);
        refuseOtherThanCodes(code);
        KeyboardDamage.refuse(code);
        Symbology.Carried carried = Symbology.takeOff(code, warnings);
        String data = separator.matcher(carried.data()).replaceAll(Character.toString(Separators.GS));
        return switch (carried.symbology()) {
            case EAN_13, EAN_8, ITF_14 -> PlainNumber.of(carried.symbology(), data);
            case GS1 -> marked(data, warnings);
            case PLAIN -> plain(data, warnings);
            case UNKNOWN -> unmarked(data, warnings);
        };
    }

    private static List<Element> marked(String data, List<String> warnings) throws Unreadable {
        if (DigitalLink.looksLike(data)) {
            warnings.add("The symbol says that it carries GS1 elements, but it carries a Web address.");
            return DigitalLink.parse(data, warnings);
        }
        return data.startsWith("(") ? BracketedText.parse(data) : ElementString.parse(data, warnings);
    }

    /** A symbol that does not claim to be GS1 needs proof in what it carries. */
    private static List<Element> plain(String data, List<String> warnings) throws Unreadable {
        if (DigitalLink.looksLike(data)) {
            return DigitalLink.parse(data, warnings);
        }
        if (PlainNumber.looksLike(data)) {
            return PlainNumber.guess(data, warnings);
        }
        List<Element> elements = data.startsWith("(") ? BracketedText.parse(data) : ElementString.parse(data, warnings);
        if (!elements.getFirst().ai().proves()) {
            throw Unreadable.because("The symbol does not say that it carries a GS1 code, and " + Quoted.text(data)
                    + " does not look like one.");
        }
        warnings.add(
                "The symbol does not say that it carries a GS1 code, but was read as one. Compare with the print on"
                        + " the pack.");
        return elements;
    }

    private static List<Element> unmarked(String data, List<String> warnings) throws Unreadable {
        if (DigitalLink.looksLike(data)) {
            return DigitalLink.parse(data, warnings);
        }
        if (data.startsWith("(")) {
            return BracketedText.parse(data);
        }
        if (PlainNumber.looksLike(data)) {
            return PlainNumber.guess(data, warnings);
        }
        List<Element> elements = anyElements(data, warnings);
        boolean proven = data.charAt(0) == Separators.GS
                || elements.stream().anyMatch(element -> element.ai().proves());
        if (!proven) {
            warnings.add("Nothing proves that " + Quoted.text(data) + " is a GS1 code: it may be an internal number. It"
                    + " was read as " + elements.getFirst().ai().name() + ".");
        }
        return elements;
    }

    private static List<Element> anyElements(String data, List<String> warnings) throws Unreadable {
        try {
            return ElementString.parse(data, warnings);
        } catch (Unreadable no) {
            boolean number = data.length() < 16 && data.chars().allMatch(CharacterSet.N::contains);
            throw number
                    ? Unreadable.because(data + " is neither a GTIN, which has 8, 12, 13 or 14 digits, nor another GS1"
                            + " code. It may be an internal number.")
                    : no;
        }
    }

    private static void refuseOtherThanCodes(String code) throws Unreadable {
        if (code.isEmpty()) {
            throw Unreadable.because("Nothing was scanned.");
        }
        if (code.length() > LONGEST) {
            throw Unreadable.because("This is no barcode: it has " + code.length() + " characters.");
        }
        if (code.startsWith("[)>")) {
            throw Unreadable.because("This code follows another standard than GS1 (ISO/IEC 15434, data identifiers)."
                    + " Scan another code of the pack, or type what is printed.");
        }
        if (code.indexOf('\n') >= 0 || code.indexOf('\r') >= 0) {
            throw Unreadable.because("Two scans arrived as one. Scan them one after the other.");
        }
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (Character.isDigit(c) && !CharacterSet.N.contains(c)) {
                throw Unreadable.because("The digits are not plain 0 to 9, but " + Quoted.named(c)
                        + ": switch the keyboard to plain Latin input and scan again.");
            }
        }
    }

    /** Without the blanks, line ends and framing characters that scanners put around a code; GS is none of them. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (from < to && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char c) {
        return (c <= ' ' && c != Separators.GS) || c == '\u00A0' || c == '\uFEFF';
    }
}
