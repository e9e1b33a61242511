package app.mortar.gs1;

import app.mortar.kernel.InvalidInput;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes elements as a barcode wants them, and as people read them. What it writes, {@link Gs1Reader} reads back. */
public final class Gs1Writer {
    private Gs1Writer() {}

    /**
     * The data of a GS1 symbol, without the FNC1 that opens it and with the character 0x1D where a separator is needed.
     * Put the elements of predefined length first and fewest are needed.
     *
     * @throws InvalidInput if there is no element, or one of them twice
     */
    public static String elementString(List<Element> elements) {
        return ElementString.write(checked(elements));
    }

    /** The same for people's eyes: {@code (01)09520123456788(10)1A2B}. */
    public static String bracketed(List<Element> elements) {
        return BracketedText.write(checked(elements));
    }

    private static List<Element> checked(List<Element> elements) {
        if (elements.isEmpty()) {
            throw new InvalidInput("elements", "A barcode says at least one thing.");
        }
        Set<String> codes = new HashSet<>();
        for (Element element : elements) {
            if (!codes.add(element.ai().code())) {
                throw new InvalidInput(element.ai().code(), element.ai().name() + " stands twice.");
            }
        }
        if (codes.contains("01") && codes.contains("02")) {
            throw new InvalidInput("02", "A barcode names an item (01) or contained items (02), not both.");
        }
        return elements;
    }
}
