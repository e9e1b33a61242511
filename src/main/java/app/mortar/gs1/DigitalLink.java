package app.mortar.gs1;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A Web address that is a GS1 code as well: {@code https://any.host/any/stem/01/GTIN/10/batch/21/serial?17=271231}. Key
 * and qualifiers are in the path, everything else in the query (GS1 Digital Link, URI syntax).
 */
final class DigitalLink {
    /** Each key with the qualifiers that may follow it, in this order; some keys have two such orders. */
    private static final Map<String, List<List<String>>> KEYS = Map.ofEntries(
            Map.entry("00", List.of()),
            Map.entry("01", List.of(List.of("22", "10", "21"), List.of("235"))),
            Map.entry("253", List.of()),
            Map.entry("255", List.of()),
            Map.entry("401", List.of()),
            Map.entry("402", List.of()),
            Map.entry("414", List.of(List.of("254"), List.of("7040"))),
            Map.entry("415", List.of(List.of("8020"))),
            Map.entry("417", List.of(List.of("7040"))),
            Map.entry("8003", List.of()),
            Map.entry("8004", List.of(List.of("7040"))),
            Map.entry("8006", List.of(List.of("22", "10", "21"))),
            Map.entry("8010", List.of(List.of("8011"))),
            Map.entry("8013", List.of()),
            Map.entry("8017", List.of(List.of("8019"))),
            Map.entry("8018", List.of(List.of("8019"))));

    private DigitalLink() {}

    static boolean looksLike(String data) {
        return data.regionMatches(true, 0, "https://", 0, 8) || data.regionMatches(true, 0, "http://", 0, 7);
    }

    static List<Element> parse(String link, List<String> warnings) throws Unreadable {
        String address = before(link, '#').substring(link.indexOf("://") + 3);
        List<String> path = new ArrayList<>(Arrays.asList(before(address, '?').split("/", -1)));
        if (path.removeFirst().isEmpty()) {
            throw Unreadable.because("The Web address has no host: " + Quoted.text(link) + ".");
        }
        if (!path.isEmpty() && path.getLast().isEmpty()) {
            path.removeLast();
        }
        List<Element> elements = new ArrayList<>(keyAndQualifiers(path, link));
        int query = address.indexOf('?');
        if (query >= 0) {
            for (String pair : address.substring(query + 1).split("[&;]", -1)) {
                readAttribute(pair, elements, warnings);
            }
        }
        return elements;
    }

    /** The path ends in key / value / qualifier / value ...; whatever stands before the key is the host's affair. */
    private static List<Element> keyAndQualifiers(List<String> path, String link) throws Unreadable {
        for (int key = path.size() - 2; key >= 0; key -= 2) {
            if (KEYS.containsKey(path.get(key))) {
                List<Element> elements = new ArrayList<>();
                elements.add(element(path.get(key), padded(path.get(key), decoded(path.get(key + 1)))));
                List<String> qualifiers = new ArrayList<>();
                for (int i = key + 2; i < path.size(); i += 2) {
                    qualifiers.add(path.get(i));
                }
                refuseWrongOrder(path.get(key), qualifiers);
                for (int i = key + 2; i < path.size(); i += 2) {
                    elements.add(element(path.get(i), decoded(path.get(i + 1))));
                }
                return elements;
            }
        }
        throw Unreadable.because("This Web address is no GS1 Digital Link: " + Quoted.text(link)
                + " has no key such as /01/ and a GTIN in its path.");
    }

    private static void refuseWrongOrder(String key, List<String> qualifiers) throws Unreadable {
        List<List<String>> orders = KEYS.getOrDefault(key, List.of());
        if (!qualifiers.isEmpty() && orders.stream().noneMatch(order -> isPartInOrder(qualifiers, order))) {
            throw Unreadable.because("Behind /" + key + "/ a Digital Link may have "
                    + (orders.isEmpty() ? "no qualifiers" : "the qualifiers " + orders + " in this order")
                    + ", but has "
                    + Quoted.text(qualifiers.toString()) + ".");
        }
    }

    private static boolean isPartInOrder(List<String> some, List<String> order) {
        List<String> rest = new ArrayList<>(order);
        rest.retainAll(some);
        return rest.equals(some);
    }

    private static void readAttribute(String pair, List<Element> elements, List<String> warnings) throws Unreadable {
        String key = decoded(before(pair, '='));
        boolean numeric = !key.isEmpty() && key.chars().allMatch(CharacterSet.N::contains);
        if (!numeric) {
            return; // linkType and the like are for the Web server
        }
        if (AiTable.find(key) == null) {
            warnings.add("The Digital Link says " + Quoted.text(pair) + ", which GS1 does not know; it was ignored.");
            return;
        }
        if (KEYS.values().stream().flatMap(List::stream).anyMatch(order -> order.contains(key))) {
            throw Unreadable.because(
                    "In a Digital Link (" + key + ") belongs in the path, not behind the question mark.");
        }
        elements.add(element(
                key,
                decoded(pair.substring(Math.min(pair.length(), before(pair, '=').length() + 1)))));
    }

    /** A GTIN may have lost its leading zeros here, and only here. */
    private static String padded(String key, String value) {
        boolean shorter = value.length() == 8 || value.length() == 12 || value.length() == 13;
        return key.equals("01") && shorter ? "0".repeat(14 - value.length()) + value : value;
    }

    private static Element element(String code, String value) throws Unreadable {
        Ai ai = AiTable.find(code);
        if (ai == null) {
            throw Unreadable.because("GS1 knows no application identifier (" + Quoted.text(code) + ").");
        }
        return Element.read(ai, value);
    }

    private static String before(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /** Undoes percent-encoding. A plus sign is a plus sign: batch numbers may hold one, blanks they may not. */
    private static String decoded(String text) throws Unreadable {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            } else if (i + 2 < text.length()
                    && HexFormat.isHexDigit(text.charAt(i + 1))
                    && HexFormat.isHexDigit(text.charAt(i + 2))) {
                bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 2;
            } else {
                throw Unreadable.because("The Web address is damaged: " + Quoted.text(text.substring(i))
                        + " should be a percent sign and two hexadecimal digits.");
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
