package app.mortar.gs1;

import app.mortar.kernel.Gtin;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Makes right codes at random; the seed says which. */
final class Dice {
    private static final DateTimeFormatter YYMMDD = DateTimeFormatter.ofPattern("yyMMdd");

    /** Elements that may not stand beside certain others, or must agree with them: at most one of each group. */
    private static final List<Set<String>> ONE_OF =
            List.of(Set.of("11", "13", "15", "17", "7003"), Set.of("01", "02"), Set.of("30", "37"));

    final long seed;
    private final SplittableRandom random;

    Dice(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    int upTo(int limit) {
        return random.nextInt(limit);
    }

    <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Any elements of the table, none twice, no contradictions. */
    List<Element> elements(int most) {
        List<Element> elements = new ArrayList<>();
        Set<String> subjects = new HashSet<>();
        int wanted = 1 + random.nextInt(most);
        while (elements.size() < wanted) {
            Ai ai = oneOf(AiTable.all());
            if (subjects.add(subject(ai))) {
                elements.add(new Element(ai, value(ai)));
            }
        }
        return elements;
    }

    /** What a pack says: GTIN, expiry, batch, perhaps a serial and a national number, in any order. */
    List<Element> pack() {
        List<Element> elements = new ArrayList<>();
        for (String code : List.of("01", "17", "10", "21", "712")) {
            Ai ai = AiTable.find(code);
            boolean always = Set.of("01", "17", "10").contains(code);
            if (ai != null && (always || random.nextBoolean())) {
                elements.add(new Element(ai, value(ai)));
            }
        }
        Collections.shuffle(elements, new Random(random.nextLong()));
        return elements;
    }

    private static String subject(Ai ai) {
        for (Set<String> group : ONE_OF) {
            if (group.contains(ai.code())) {
                return group.toString();
            }
        }
        return ai.decimals() < 0 ? ai.code() : ai.code().substring(0, 3);
    }

    private String value(Ai ai) {
        StringBuilder value = new StringBuilder();
        for (Part part : ai.parts()) {
            if (part.optional() && random.nextBoolean()) {
                break;
            }
            value.append(piece(part));
        }
        return value.toString();
    }

    private String piece(Part part) {
        return switch (part.check()) {
            case NONE -> characters(part.set(), part.min() + random.nextInt(part.max() - part.min() + 1));
            case CHECK -> {
                String body = "1" + characters(CharacterSet.N, part.max() - 2);
                yield body + Gtin.checkDigit(body);
            }
            case DATE -> date();
            case DAY0 -> random.nextInt(5) == 0 ? date().substring(0, 4) + "00" : date();
            case HHMM -> "%02d%02d".formatted(random.nextInt(24), random.nextInt(60));
            case HH -> "%02d".formatted(random.nextInt(24));
            case MM -> "%02d".formatted(random.nextInt(60));
        };
    }

    private String date() {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(27_000)).format(YYMMDD);
    }

    private String characters(CharacterSet set, int count) {
        return random.ints(count, 0, set.characters.length())
                .mapToObj(i -> set.characters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
