package app.mortar.report;

import app.mortar.workbook.Cell;
import app.mortar.workbook.Cover;
import app.mortar.workbook.NewSheet;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units and money added up under names, in the order in which the names first came. */
final class Sums {
    private final Map<String, Amount> amounts = new LinkedHashMap<>();

    private record Amount(long units, BigDecimal value) {}

    /** Makes sure that the name is there, with nothing yet. */
    Sums name(String name) {
        amounts.putIfAbsent(name, new Amount(0, BigDecimal.ZERO));
        return this;
    }

    /** Adds to a name. */
    void add(String name, long units, @Nullable BigDecimal value) {
        Amount more = new Amount(units, value == null ? BigDecimal.ZERO : value);
        amounts.merge(
                name,
                more,
                (a, b) -> new Amount(a.units() + b.units(), a.value().add(b.value())));
    }

    /** A table of it, with the values drawn. */
    Cover.Table table(String title, String heading) {
        List<List<Cell>> rows = amounts.entrySet().stream()
                .map(sum -> List.of(
                        Cell.of(sum.getKey()),
                        Cell.of(sum.getValue().units()),
                        Cell.of(sum.getValue().value())))
                .toList();
        return new Cover.Table(
                title,
                List.of(
                        NewSheet.Column.text(heading, 24),
                        NewSheet.Column.whole("Units", 12).total(),
                        NewSheet.Column.money("Value", 14).total()),
                rows,
                new Cover.Chart(List.of(2)));
    }

    /** A table of the units alone. */
    Cover.Table counts(String title, String heading, String units) {
        List<List<Cell>> rows = amounts.entrySet().stream()
                .map(sum ->
                        List.of(Cell.of(sum.getKey()), Cell.of(sum.getValue().units())))
                .toList();
        return new Cover.Table(
                title,
                List.of(
                        NewSheet.Column.text(heading, 24),
                        NewSheet.Column.whole(units, 12).total()),
                rows,
                new Cover.Chart(List.of(1)));
    }

    /** A name for what has none. */
    static String named(@Nullable String name) {
        return name == null || name.isBlank() ? "(none)" : name;
    }

    static Cell money(@Nullable BigDecimal amount) {
        return amount == null ? Cell.BLANK : Cell.of(amount);
    }
}
