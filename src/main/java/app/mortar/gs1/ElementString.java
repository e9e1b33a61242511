package app.mortar.gs1;

import java.util.ArrayList;
import java.util.List;

/** Elements one behind the other: identifier, value, and a separator where the value's end could not be told. */
final class ElementString {
    private ElementString() {}

    /** Takes {@code data} apart. A separator too many does no harm; one too few is what the warnings are about. */
    static List<Element> parse(String data, List<String> warnings) throws Unreadable {
        List<Element> elements = new ArrayList<>();
        int at = skipSeparators(data, 0, warnings);
        while (at < data.length()) {
            Ai ai = AiTable.at(data, at);
            if (ai == null) {
                throw unknown(data, at);
            }
            int from = at + ai.code().length();
            int end = end(data, from, ai);
            elements.add(Element.read(ai, data.substring(from, end)));
            at = skipSeparators(data, end, warnings);
        }
        if (elements.isEmpty()) {
            throw Unreadable.because("There is nothing in the code but separators.");
        }
        LostSeparator.warn(elements, data.indexOf(Separators.GS) >= 0, warnings);
        return elements;
    }

    /** The same elements as {@link #parse} takes apart, separators only where they are needed. */
    static String write(List<Element> elements) {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            data.append(element.ai().code()).append(element.value());
            if (element.ai().needsSeparator() && i < elements.size() - 1) {
                data.append(Separators.GS);
            }
        }
        return data.toString();
    }

    /** Where the value ends: at the next separator, or, for a predefined length, after so many characters before it. */
    private static int end(String data, int from, Ai ai) {
        int separator = data.indexOf(Separators.GS, from);
        int end = separator < 0 ? data.length() : separator;
        return ai.needsSeparator() ? end : Math.min(end, from + ai.maxLength());
    }

    private static int skipSeparators(String data, int at, List<String> warnings) {
        int next = at;
        while (next < data.length() && data.charAt(next) == Separators.GS) {
            next++;
        }
        String doubled = "The code has a separator (GS) twice in a row: something between them may be missing.";
        if (next > at + 1 && !warnings.contains(doubled)) {
            warnings.add(doubled);
        }
        return next;
    }

    private static Unreadable unknown(String data, int at) {
        String rest = data.substring(at);
        int separator = rest.indexOf(Separators.GS);
        String shown = Quoted.text(separator < 0 ? rest : rest.substring(0, separator));
        return Unreadable.because(
                at == 0
                        ? "This is no GS1 code: " + shown + " does not begin with an application identifier."
                        : "Behind " + Quoted.text(data.substring(0, at)) + " comes " + shown
                                + ", which does not begin with an application identifier. The code is damaged.");
    }
}
