package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Formats;
import app.mortar.expiry.WillNotSell;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What will not sell in time, dearest first, and how that is known. */
final class ForecastTable {
    private final TableView<WillNotSell.Row> table;
    private final VBox node;

    ForecastTable(ExpiryViewModel model, Formats formats) {
        table = new TableView<>(model.forecast());
        table.setId("expiry-forecast-table");
        table.setPlaceholder(new Label(Texts.of("expiry.all-sells")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column("expiry.col-product", 200, "", WillNotSell.Row::product);
        column("expiry.col-batch", 100, "code", WillNotSell.Row::batchNumber);
        column("expiry.col-expiry", 100, "", row -> formats.date(row.expiryDate()));
        column("expiry.col-on-shelf", 80, "right", row -> formats.number(row.onShelf()));
        column("expiry.col-per-day", 80, "right", row -> String.format(Locale.ROOT, "%.2f", row.perDay()));
        column("expiry.col-left", 80, "right", row -> formats.number(row.left()));
        column("expiry.col-loss", 100, "right", row -> formats.money(row.loss()));
        column(
                "expiry.col-act",
                160,
                "",
                row -> Texts.of("expiry.act-"
                        + row.act().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Label method = new Label(Texts.of("expiry.method"));
        method.setWrapText(true);
        method.getStyleClass().add("caption");
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(8, table, method);
    }

    private void column(String title, double width, String style, Function<WillNotSell.Row, String> text) {
        TableColumn<WillNotSell.Row, String> column = new TableColumn<>(Texts.of(title));
        column.setPrefWidth(width);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    Node node() {
        return node;
    }
}
