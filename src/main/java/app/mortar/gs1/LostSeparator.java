package app.mortar.gs1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Suspects values that have swallowed the elements behind them. Many programs drop the separator, which is a control
 * character; then batch {@code 1A2B} and serial {@code SER7} arrive as batch {@code 1A2B21SER7}, and nothing proves
 * it. So the reading stands, with a warning that spells the other one out.
 */
final class LostSeparator {
    /** What else may stand on a pack or case, so that it may have been swallowed. */
    private static final Set<String> ON_PACKS = Set.of(
            "01", "02", "10", "11", "13", "15", "17", "21", "22", "30", "37", "240", "250", "7003", "710", "711", "712",
            "713", "714", "715", "716");

    /** Where other separators did arrive, only these are worth a warning: what a wrong reading would cost most. */
    private static final Set<String> ESSENTIAL = Set.of("10", "17", "21");

    private LostSeparator() {}

    static void warn(List<Element> elements, boolean separatorsArrive, List<String> warnings) {
        Set<String> suspects = new HashSet<>(separatorsArrive ? ESSENTIAL : ON_PACKS);
        elements.forEach(element -> suspects.remove(element.ai().code()));
        for (Element element : elements) {
            if (element.ai().needsSeparator()) {
                Split other = otherReading(element, suspects);
                if (other != null) {
                    warnings.add(element.ai().name() + " was read as " + element.value() + ", but it could also be "
                            + other.head() + " followed by "
                            + other.swallowed().stream().map(Element::toString).collect(Collectors.joining())
                            + " if the scanner or this computer lost a separator (GS). Compare with the print on the"
                            + " pack.");
                }
            }
        }
    }

    private record Split(String head, List<Element> swallowed) {}

    /** The most telling other way to read {@code element}: the one with most elements in it. */
    private static @Nullable Split otherReading(Element element, Set<String> suspects) {
        Split best = null;
        for (int at = 1; at < element.value().length(); at++) {
            String head = element.value().substring(0, at);
            List<Element> swallowed = elements(element.value().substring(at), suspects);
            boolean better = best == null || swallowed.size() > best.swallowed().size();
            if (!swallowed.isEmpty() && better && element.ai().complaint(head) == null) {
                best = new Split(head, swallowed);
            }
        }
        return best;
    }

    /** {@code data} as suspected elements without any separator; empty if it cannot be read so. */
    private static List<Element> elements(String data, Set<String> suspects) {
        Ai ai = AiTable.at(data, 0);
        if (ai == null || !suspects.contains(ai.code())) {
            return List.of();
        }
        int from = ai.code().length();
        int end = ai.needsSeparator() ? data.length() : Math.min(data.length(), from + ai.maxLength());
        String value = data.substring(from, end);
        if (ai.complaint(value) != null) {
            return List.of();
        }
        List<Element> all = new ArrayList<>(List.of(new Element(ai, value)));
        if (end < data.length()) {
            Set<String> others = new HashSet<>(suspects);
            others.remove(ai.code());
            List<Element> rest = elements(data.substring(end), others);
            if (rest.isEmpty()) {
                return List.of();
            }
            all.addAll(rest);
        }
        return all;
    }
}
