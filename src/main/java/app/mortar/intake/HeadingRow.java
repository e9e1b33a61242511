package app.mortar.intake;

import app.mortar.workbook.Address;
import app.mortar.workbook.Cell;
import app.mortar.workbook.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The row of a sheet that names its columns: the one among the first rows with the most known headings. */
final class HeadingRow<C extends Enum<C> & Heading> {
    /** One known word alone is a title or an explanation, not a row of headings. */
    private static final int FEWEST = 2;

    private final Class<C> kinds;
    private final Layout<C> layout;
    private final Map<Integer, String> unknown;
    private final Set<Integer> named;
    private final List<Fault> faults;

    private HeadingRow(Row row, Class<C> kinds) {
        this.kinds = kinds;
        Map<C, Integer> columns = new EnumMap<>(kinds);
        this.unknown = new LinkedHashMap<>();
        this.faults = new ArrayList<>();
        Map<String, C> known = known(kinds);
        row.cells().forEach((at, cell) -> {
            String heading = PlainText.of(cell.shown());
            C kind = cell instanceof Cell.Text ? known.get(Heading.key(heading)) : null;
            if (kind == null) {
                unknown.put(at, heading.length() > 40 ? heading.substring(0, 40) : heading);
                return;
            }
            Integer earlier = columns.putIfAbsent(kind, at);
            if (earlier != null) {
                faults.add(new Fault(
                        row.sheet(),
                        row.address(at).cell(),
                        heading,
                        "The heading " + kind.heading() + " stands in "
                                + row.address(earlier).cell() + " too. Delete or rename one of the columns."));
            }
        });
        this.layout = new Layout<>(row.sheet(), row.number(), columns);
        this.named = new HashSet<>(columns.values());
        named.addAll(unknown.keySet());
        unknown.forEach((at, heading) -> misspelt(heading)
                .ifPresent(kind -> faults.add(new Fault(
                        row.sheet(),
                        row.address(at).cell(),
                        heading,
                        "This heading is not known. Is it meant to be " + kind.heading() + "? Then write it so, or else"
                                + " delete the column."))));
    }

    /** The heading row among a sheet's first rows; null when none has two known headings. */
    static <C extends Enum<C> & Heading> @Nullable HeadingRow<C> find(List<Row> first, Class<C> kinds) {
        Set<String> known = known(kinds).keySet();
        Row best = null;
        long most = FEWEST - 1;
        for (Row row : first) {
            long hits = row.cells().values().stream()
                    .filter(cell -> cell instanceof Cell.Text(String text) && known.contains(Heading.key(text)))
                    .map(cell -> Heading.key(cell.shown()))
                    .distinct()
                    .count();
            if (hits > most) {
                most = hits;
                best = row;
            }
        }
        return best == null ? null : new HeadingRow<>(best, kinds);
    }

    /** The headings that a list cannot do without, as words. */
    static <C extends Enum<C> & Heading> String required(Class<C> kinds) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(Heading::required)
                .map(Heading::heading)
                .collect(Collectors.joining(", "));
    }

    Layout<C> layout() {
        return layout;
    }

    /** Headings that mean nothing here, by column. */
    Map<Integer, String> unknown() {
        return unknown;
    }

    /** All columns that have a heading. */
    Set<Integer> named() {
        return named;
    }

    boolean complete() {
        return missing().isEmpty();
    }

    /** What is wrong with the headings, apart from missing ones. */
    List<Fault> faults() {
        return faults;
    }

    /** A fault for every required heading that is not there. */
    List<Fault> missing() {
        String found = unknown.isEmpty()
                ? ""
                : " Not known are: " + unknown.values().stream().limit(10).collect(Collectors.joining(", ")) + ".";
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> kind.required() && !layout.has(kind))
                .map(kind -> new Fault(
                        layout.sheet(),
                        "A" + layout.headingRow(),
                        "",
                        "The heading " + kind.heading() + " is missing in row " + layout.headingRow() + "." + found))
                .toList();
    }

    /** A heading over several columns leaves open which of them it means. */
    Optional<Fault> merged(Address topLeft, Address bottomRight) {
        boolean here = topLeft.row() <= layout.headingRow() && bottomRight.row() >= layout.headingRow();
        boolean wide = bottomRight.column() > topLeft.column();
        boolean known = layout.columns().values().stream()
                .anyMatch(column -> column >= topLeft.column() && column <= bottomRight.column());
        return here && wide && known
                ? Optional.of(new Fault(
                        layout.sheet(),
                        topLeft.cell(),
                        "",
                        "The heading cells " + topLeft.cell() + " to " + bottomRight.cell()
                                + " are merged. Unmerge them and give every column its own heading."))
                : Optional.empty();
    }

    private Optional<C> misspelt(String heading) {
        String key = Heading.key(heading);
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> !layout.has(kind))
                .filter(kind -> key.length() > 4 && distance(key, Heading.key(kind.heading())) <= 2)
                .findFirst();
    }

    private static <C extends Enum<C> & Heading> Map<String, C> known(Class<C> kinds) {
        Map<String, C> known = new HashMap<>();
        for (C kind : kinds.getEnumConstants()) {
            known.put(Heading.key(kind.heading()), kind);
        }
        return known;
    }

    /** How many letters differ (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
