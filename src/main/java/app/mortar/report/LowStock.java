package app.mortar.report;

import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.OutlookSort;
import app.mortar.expiry.Severity;
import app.mortar.expiry.StockOutlook;
import app.mortar.kernel.Span;
import app.mortar.workbook.Cover;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Products whose good units are below their minimum at this moment, the worst first; the same list as on screen. */
final class LowStock implements Report {
    private record Row(Outlook outlook, LocalDate today) {
        String severity() {
            return words(outlook.severity());
        }

        long missing() {
            return (long) outlook.minimum() - outlook.good();
        }

        /** Whole days that the usable units last; unknown while too little is known of the product's use. */
        @Nullable
        Long cover() {
            OptionalDouble days = outlook.cover();
            return days.isEmpty() ? null : (Long) (long) days.getAsDouble();
        }

        @Nullable
        Long reorderQuantity() {
            Integer quantity = outlook.reorderQuantity();
            return quantity == null ? null : (Long) quantity.longValue();
        }
    }

    private static String words(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("SKU", 14, row -> row.outlook().sku()),
            Field.text("Product", 34, row -> row.outlook().name()),
            Field.text("Category", 20, row -> row.outlook().category()),
            Field.text("Supplier", 22, row -> row.outlook().supplier()),
            Field.text("Shelf", 10, row -> row.outlook().shelf()),
            Field.text("Severity", 10, Row::severity),
            Field.<Row>whole("On hand", row -> (long) row.outlook().onHand()).total(),
            Field.<Row>whole("Good", row -> (long) row.outlook().good()).total(),
            Field.<Row>whole("Usable", row -> (long) row.outlook().usable()).total(),
            Field.<Row>whole("Minimum", row -> (long) row.outlook().minimum()).total(),
            Field.whole("Missing", Row::missing).total(),
            Field.whole("Days of cover", Row::cover),
            Field.day("Runs out", row -> row.outlook().runsOut(row.today())),
            Field.whole("Reorder quantity", Row::reorderQuantity),
            Field.<Row>whole("Suggested order", row -> (long) row.outlook().suggestedOrder())
                    .total());

    private static List<Row> rows(Reading books) {
        return new StockOutlook()
                        .list(
                                books.tx(),
                                OutlookFilter.LOW,
                                OutlookSort.SEVERITY,
                                false,
                                new Span(0, Integer.MAX_VALUE))
                        .rows()
                        .stream()
                        .map(outlook -> new Row(outlook, books.today()))
                        .toList();
    }

    @Override
    public List<Cover.Table> summary(Reading books) {
        Sums severities = new Sums();
        OutlookFilter.SHORT.stream().sorted().forEach(severity -> severities.name(words(severity)));
        rows(books).forEach(row -> severities.add(row.severity(), 1, null));
        return List.of(severities.counts("By severity", "Severity", "Products"));
    }

    @Override
    public List<ListOf<?>> lists(Reading books) {
        return List.of(new ListOf<>("Low stock", FIELDS, rows(books)));
    }
}
