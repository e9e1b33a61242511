package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.expiry.WasteBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeSet;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was written off: a year by month and reason, and below it every row, which can be taken back. */
final class WastePane {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yy", Locale.ENGLISH);

    private final PagedTable<WasteBook.Row> table;
    private final StackedBarChart<String, Number> chart = new StackedBarChart<>(new CategoryAxis(), new NumberAxis());
    private final HBox legend = new HBox(16);
    private final VBox node;

    WastePane(ExpiryViewModel model, Session session, FileAsk ask) {
        chart.setId("expiry-chart");
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        legend.setAlignment(Pos.CENTER_RIGHT);
        chart.setPrefHeight(220);
        chart.setMinHeight(180);
        chart.setAccessibleText(Texts.of("expiry.chart", session.formats().currency()));
        chart.getYAxis().setLabel(Texts.of("expiry.chart", session.formats().currency()));
        model.figures().addListener((property, old, now) -> draw(now));
        table = session.<WasteBook.Row>table(
                        "expiry-waste",
                        (tx, window) -> new PageSource.Rows<>(
                                model.waste(tx, window.offset(), window.limit()), model.wasteCount(tx)))
                .columns(
                        Column.moment("at", Texts.of("expiry.col-at"), 104, session.formats(), WasteBook.Row::at),
                        Column.<WasteBook.Row>text(
                                        "product", Texts.of("expiry.col-product"), 180, WasteBook.Row::product)
                                .grows(),
                        Column.code("batch", Texts.of("expiry.col-batch"), 90, WasteBook.Row::batchNumber),
                        Column.text("reason", Texts.of("expiry.col-reason"), 110, WastePane::reason),
                        Column.whole("units", Texts.of("expiry.col-units"), 64, session.formats(), WasteBook.Row::units)
                                .summed(),
                        Column.money("value", Texts.of("expiry.col-value"), 92, session.formats(), WasteBook.Row::value)
                                .summed(),
                        Column.text(
                                "by",
                                Texts.of("expiry.col-by"),
                                130,
                                row -> row.witness() == null ? row.by() : row.by() + " / " + row.witness()))
                .keyed(WasteBook.Row::movement)
                .whenEmpty(stated -> stated.empty(
                        "check-circle", Texts.of("expiry.no-waste"), Texts.of("expiry.no-waste-why"), null));
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(8, legend, chart, table);
        if (model.reverses()) {
            node.getChildren().add(reversal(model, ask));
        }
    }

    private Node reversal(ExpiryViewModel model, FileAsk ask) {
        TextField why = new TextField();
        why.setId("expiry-reverse-why");
        why.setPromptText(Texts.of("expiry.reverse-prompt"));
        why.setAccessibleText(Texts.of("expiry.reverse-prompt"));
        HBox.setHgrow(why, Priority.ALWAYS);
        Press reverse = Press.secondary("expiry-reverse", Texts.of("expiry.reverse"), "arrow-counterclockwise", () -> {
            WasteBook.Row row = table.chosen().get();
            if (row != null) {
                model.reverse(row, why.getText());
                why.clear();
            }
        });
        reverse.disableProperty()
                .bind(table.chosen().map(row -> !row.reversible()).orElse(true));
        HBox line = new HBox(12, why, reverse, claim(model.claims(), ask));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("count-entry");
        return line;
    }

    /** The claim of the return that the chosen row belongs to, however long ago. */
    private Press claim(ClaimsModel claims, FileAsk ask) {
        Press claim =
                Press.secondary("expiry-claim-again", Texts.of("expiry.claim"), "file-earmark-spreadsheet", () -> {
                    ClaimsModel.Claim of = claims.of(table.chosen().get());
                    Path target = of == null ? null : ask.toWrite(of.name());
                    if (of != null && target != null) {
                        claims.write(of, target);
                    }
                });
        claim.disableProperty()
                .bind(table.chosen().map(row -> claims.of(row) == null).orElse(true));
        return claim;
    }

    private static String reason(WasteBook.Row row) {
        String word = row.toSupplier()
                ? Texts.of("expiry.reason-supplier")
                : row.reason() == null
                        ? "–"
                        : Texts.of("expiry.reason-" + row.reason().toLowerCase(Locale.ROOT));
        return row.units() < 0 ? Texts.of("expiry.taken-back", word) : word;
    }

    private void draw(ExpiryViewModel.@Nullable Figures figures) {
        chart.getData().clear();
        legend.getChildren().clear();
        if (figures == null) {
            return;
        }
        TreeSet<String> reasons = new TreeSet<>();
        figures.months().forEach(month -> reasons.addAll(month.values().keySet()));
        for (String reason : reasons) {
            XYChart.Series<String, Number> series = new XYChart.Series<>();
            series.setName(Texts.of("expiry.reason-" + reason.toLowerCase(Locale.ROOT)));
            figures.months().forEach(month -> series.getData()
                    .add(new XYChart.Data<>(
                            MONTH.format(month.month()), month.values().getOrDefault(reason, BigDecimal.ZERO))));
            chart.getData().add(series);
            legend.getChildren().add(key(chart.getData().size(), series.getName()));
        }
    }

    private static HBox key(int number, String reason) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("legend-swatch", "series-" + number);
        Label name = new Label(reason);
        name.getStyleClass().add("caption");
        HBox key = new HBox(6, swatch, name);
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    Exportable list() {
        return table;
    }

    void reload() {
        table.reload();
    }

    Node node() {
        return node;
    }
}
