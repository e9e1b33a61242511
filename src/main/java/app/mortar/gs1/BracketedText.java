package app.mortar.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text for people's eyes beside or instead of a code: {@code (01)09520123456788(17)271231(10)1A2B}. */
final class BracketedText {
    /** Any digits in brackets announce an element, known or not: else a mistyped one would end up in a batch number. */
    private static final Pattern IDENTIFIER = Pattern.compile("(?<!\\\\)\\((\\d{2,4})\\)");

    private BracketedText() {}

    /** Blanks and separators around values are only decoration; brackets inside one are written {@code \(}. */
    static List<Element> parse(String text) throws Unreadable {
        Matcher identifier = IDENTIFIER.matcher(text);
        if (!identifier.find() || identifier.start() != 0) {
            throw Unreadable.because("Behind the first bracket of " + Quoted.text(text)
                    + " there should be an application identifier, such as (01).");
        }
        List<Element> elements = new ArrayList<>();
        boolean more = true;
        while (more) {
            String code = identifier.group(1);
            int from = identifier.end();
            more = identifier.find();
            String value = bare(text.substring(from, more ? identifier.start() : text.length()));
            Ai ai = AiTable.find(code);
            if (ai == null) {
                throw Unreadable.because("GS1 knows no application identifier (" + code + ").");
            }
            elements.add(Element.read(ai, value));
        }
        return elements;
    }

    static String write(List<Element> elements) {
        return elements.stream()
                .map(element -> "(" + element.ai().code() + ")"
                        + IDENTIFIER.matcher(element.value()).replaceAll("\\\\($1)"))
                .collect(Collectors.joining());
    }

    private static String bare(String raw) {
        int from = 0;
        int to = raw.length();
        while (from < to && isDecoration(raw.charAt(from))) {
            from++;
        }
        while (from < to && isDecoration(raw.charAt(to - 1))) {
            to--;
        }
        return raw.substring(from, to).replace("\\(", "(");
    }

    private static boolean isDecoration(char c) {
        return c == ' ' || c == Separators.GS;
    }
}
