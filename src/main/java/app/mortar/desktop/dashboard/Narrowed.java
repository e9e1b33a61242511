package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.expiry.OutlookFilter;
import app.mortar.workbook.Cover;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of products is narrowed to, in words: for the page that says what an exported list leaves out. */
public final class Narrowed {
    private Narrowed() {}

    /** One line for each thing that narrows it; none for the whole list. */
    public static List<Cover.Fact> by(OutlookFilter filter) {
        List<Cover.Fact> facts = new ArrayList<>();
        say(facts, "table.by-words", filter.words());
        say(facts, "stock.category", filter.category());
        say(facts, "table.by-supplier", filter.supplier());
        say(
                facts,
                "dashboard.low.severity",
                filter.severities().stream().sorted().map(LowStockCard::word).collect(Collectors.joining(", ")));
        Integer days = filter.expiringWithin();
        if (days != null) {
            say(facts, "table.by-expiry", Texts.of("status.days", days));
        }
        return facts;
    }

    private static void say(List<Cover.Fact> facts, String name, @Nullable String what) {
        if (what != null && !what.isBlank()) {
            facts.add(Cover.Fact.text(Texts.of(name), what));
        }
    }
}
