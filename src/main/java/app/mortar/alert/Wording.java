package app.mortar.alert;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a message says: as much as fits on one page of a text message, more where there is more room. Money is written
 * with its code, for a sign would not fit.
 */
final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int TEMPLATE = 900;
    private static final int LONGEST = 4000;

    /** One thing that a message is about, the most urgent first. */
    sealed interface Item {
        String words();

        /** A product that is short. */
        record Shortage(String name, int good, int minimum) implements Item {
            @Override
            public String words() {
                return good == 0 ? name : name + " " + good + " of " + minimum;
            }
        }

        /** A batch that expires soon. */
        record Expiring(String name, String batch, LocalDate expiry, int units) implements Item {
            @Override
            public String words() {
                return name + " " + batch + " (" + units + ", " + DAY.format(expiry) + ")";
            }
        }
    }

    private final String pharmacy;

    /** @param pharmacy its name; may be empty */
    Wording(String pharmacy) {
        this.pharmacy = pharmacy;
    }

    /**
     * The text.
     *
     * @param worth what it is all worth, with its currency; null where that is not known
     */
    String text(Medium medium, Kind kind, @Nullable Integer stage, List<Item> items, @Nullable String worth) {
        String head = head(kind, stage);
        String tail = (worth == null ? "" : " Worth " + worth + ".") + (pharmacy.isEmpty() ? "" : " " + pharmacy);
        return switch (medium) {
            case SMS, TERMII_WHATSAPP ->
                Gsm7.of(fitted(
                        Gsm7.of(head),
                        items.stream().map(item -> Gsm7.of(item.words())).toList(),
                        tail,
                        Gsm7.PAGE));
            case WHATSAPP -> oneLine(fitted(head, words(items), tail, TEMPLATE));
            case LOG -> oneLine(fitted(head, words(items), tail, LONGEST));
            case EMAIL -> letter(head, words(items), tail);
        };
    }

    /** A few words about it. */
    String subject(Kind kind, @Nullable Integer stage) {
        return (pharmacy.isEmpty() ? "Mortar" : pharmacy) + ": " + head(kind, stage);
    }

    private static String head(Kind kind, @Nullable Integer stage) {
        return switch (kind) {
            case LOW_STOCK -> "Low stock";
            case STOCK_OUT -> "Out of stock";
            case EXPIRY -> "Expires within " + stage + " days";
            case ESCALATION -> "Still short and nobody has acted";
            case TEST -> "Test: messages from Mortar reach this address";
        };
    }

    private static List<String> words(List<Item> items) {
        return items.stream().map(Item::words).toList();
    }

    private static String fitted(String head, List<String> items, String tail, int room) {
        for (int shown = items.size(); shown > 0; shown--) {
            String text = put(head, items.subList(0, shown), items.size() - shown, tail);
            if (text.length() <= room || shown == 1) {
                return text.length() <= room ? text : text.substring(0, room);
            }
            if (shown > 100) {
                shown = Math.min(shown, 101); // no page holds more
            }
        }
        return head + "." + tail;
    }

    private static String put(String head, List<String> items, int more, String tail) {
        return head + ": " + String.join(", ", items) + (more == 0 ? "" : ", +" + more + " more") + "." + tail;
    }

    private static String letter(String head, List<String> items, String tail) {
        if (items.isEmpty()) {
            return head + "." + tail + "\n";
        }
        StringBuilder text = new StringBuilder(head).append(":\n\n");
        int shown = 0;
        for (String item : items) {
            if (text.length() + item.length() > LONGEST - 200) {
                break;
            }
            text.append("  ").append(item).append('\n');
            shown++;
        }
        if (shown < items.size()) {
            text.append("  and ").append(items.size() - shown).append(" more\n");
        }
        return text.append(tail.isEmpty() ? "" : "\n" + tail.strip() + "\n").toString();
    }

    private static String oneLine(String text) {
        return text.codePoints()
                .mapToObj(letter -> Character.isISOControl(letter) ? " " : Character.toString(letter))
                .collect(Collectors.joining())
                .replaceAll(" {2,}", " ");
    }
}
