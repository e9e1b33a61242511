package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the elements of one code say together about a pack: contradictions are refused, oddities warned about. */
final class Meaning {
    /** Numbers for use inside one company (section 1.4.5): EAN-13 with 02, 04, 2; EAN-8 with 0, 2. */
    private static final Pattern INTERNAL = Pattern.compile("[0-9]0[24][0-9]{11}|[0-9]2[0-9]{12}|000000[02][0-9]{7}");

    private final Map<String, Element> byCode;
    private final List<String> warnings;
    private final LocalDate today;

    private Meaning(Map<String, Element> byCode, List<String> warnings, LocalDate today) {
        this.byCode = byCode;
        this.warnings = warnings;
        this.today = today;
    }

    static Scan.Read of(List<Element> elements, List<String> warnings, LocalDate today) throws Unreadable {
        Meaning meaning = new Meaning(withoutRepetitions(elements, warnings), warnings, today);
        meaning.refuseImpossibleDates();
        return meaning.read();
    }

    private Scan.Read read() throws Unreadable {
        Gtin gtin = gtin();
        LocalDate expiryDate = expiryDate();
        Integer quantity = quantity();
        return new Scan.Read(
                gtin, value("10"), expiryDate, value("21"), quantity, List.copyOf(byCode.values()), warnings);
    }

    /** The same thing said twice is said once; two different things are a contradiction. */
    private static Map<String, Element> withoutRepetitions(List<Element> elements, List<String> warnings)
            throws Unreadable {
        Map<String, Element> bySubject = new LinkedHashMap<>();
        for (Element element : elements) {
            // 3102 and 3103 both are the net weight
            String subject = element.ai().decimals() < 0
                    ? element.ai().code()
                    : element.ai().code().substring(0, 3);
            Element earlier = bySubject.putIfAbsent(subject, element);
            if (earlier != null && !earlier.equals(element)) {
                throw Unreadable.because("The code contradicts itself: it says " + earlier + " and " + element + ".");
            }
            if (earlier != null) {
                warnings.add("The code says " + element + " twice.");
            }
        }
        return bySubject;
    }

    private void refuseImpossibleDates() throws Unreadable {
        for (Element element : byCode.values()) {
            if (element.ai().startsWithDate()) {
                date(element);
            }
        }
    }

    private @Nullable Gtin gtin() throws Unreadable {
        Element own = byCode.get("01");
        Element content = byCode.get("02");
        if (own != null && content != null) {
            warnings.add("The code names both an item " + own + " and contained items " + content
                    + ", which GS1 forbids; the first was taken.");
        } else if (content != null && byCode.get("37") == null) {
            warnings.add("The code names contained items " + content + " without their number (37).");
        }
        Element chosen = own != null ? own : content;
        if (chosen == null) {
            return null;
        }
        if (chosen.value().chars().allMatch(c -> c == '0')) {
            throw Unreadable.because("The GTIN consists of zeros only.");
        }
        if (INTERNAL.matcher(chosen.value()).matches()) {
            warnings.add("GTIN " + chosen.value() + " is a number for use inside one company: another company may use"
                    + " it for something else.");
        }
        return new Gtin(chosen.value());
    }

    private @Nullable LocalDate expiryDate() throws Unreadable {
        LocalDate expiry = statedExpiryDate();
        for (String code : List.of("11", "13")) {
            Element made = byCode.get(code);
            if (expiry != null && made != null && date(made).isAfter(expiry)) {
                throw Unreadable.because("The code contradicts itself: it expires on " + expiry + ", but "
                        + made.ai().name() + " is " + date(made) + ".");
            }
        }
        return expiry;
    }

    private @Nullable LocalDate statedExpiryDate() throws Unreadable {
        Element expiry = byCode.get("17");
        Element untilMinute = byCode.get("7003");
        Element bestBefore = byCode.get("15");
        if (expiry != null && untilMinute != null && !date(expiry).equals(date(untilMinute))) {
            throw Unreadable.because("The code contradicts itself: it expires on " + date(expiry) + " by (17) and on "
                    + date(untilMinute) + " by (7003).");
        }
        if (expiry != null) {
            return date(expiry);
        }
        if (untilMinute != null) {
            warnings.add("The code has no expiry date (17); the day of "
                    + untilMinute.ai().name()
                    + " was taken. On that day it can be used only until "
                    + untilMinute.value().substring(6, 8) + ":"
                    + untilMinute.value().substring(8) + ".");
            return date(untilMinute);
        }
        if (bestBefore != null) {
            warnings.add("The code has no expiry date (17); its best before date (15) was taken.");
            return date(bestBefore);
        }
        return null;
    }

    private @Nullable Integer quantity() throws Unreadable {
        String items = value("30");
        String contained = value("37");
        if (items != null && contained != null && Integer.parseInt(items) != Integer.parseInt(contained)) {
            throw Unreadable.because("The code contradicts itself: the quantity is " + items + " by (30) and "
                    + contained + " by (37).");
        }
        String chosen = items != null ? items : contained;
        if (chosen == null) {
            return null;
        }
        if (contained != null && byCode.get("02") == null) {
            warnings.add("The code has a number of contained items (37) without naming these items (02).");
        }
        int quantity = Integer.parseInt(chosen);
        if (quantity == 0) {
            warnings.add("The code says that its quantity is 0.");
        }
        return quantity;
    }

    private @Nullable String value(String code) {
        Element element = byCode.get(code);
        return element == null ? null : element.value();
    }

    private LocalDate date(Element element) throws Unreadable {
        try {
            return Gs1Date.resolve(element.value().substring(0, 6), today);
        } catch (DateTimeException never) {
            throw Unreadable.because(element.ai().name() + " " + element.value() + " is no date of that century.");
        }
    }
}
