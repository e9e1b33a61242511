package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Rows;
import app.mortar.expiry.WillNotSell;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What will not sell in time, dearest first, and how that is known. */
final class ForecastTable {
    private final Rows<WillNotSell.Row> table;
    private final VBox node;

    ForecastTable(ExpiryViewModel model, Session session) {
        Formats formats = session.formats();
        table = new Rows<WillNotSell.Row>("expiry-forecast-table")
                .columns(
                        Column.<WillNotSell.Row>text(
                                        "product", Texts.of("expiry.col-product"), 200, WillNotSell.Row::product)
                                .grows(),
                        Column.<WillNotSell.Row>code(
                                "batch", Texts.of("expiry.col-batch"), 86, WillNotSell.Row::batchNumber),
                        Column.<WillNotSell.Row>day(
                                "expiry", Texts.of("expiry.col-expiry"), 98, formats, WillNotSell.Row::expiryDate),
                        Column.<WillNotSell.Row>whole(
                                        "on-shelf",
                                        Texts.of("expiry.col-on-shelf"),
                                        76,
                                        formats,
                                        WillNotSell.Row::onShelf)
                                .summed(),
                        Column.<WillNotSell.Row>number(
                                        "per-day",
                                        Texts.of("expiry.col-per-day"),
                                        70,
                                        row -> String.format(Locale.ROOT, "%.2f", row.perDay()))
                                .decimal(WillNotSell.Row::perDay),
                        Column.<WillNotSell.Row>whole(
                                        "left", Texts.of("expiry.col-left"), 76, formats, WillNotSell.Row::left)
                                .summed(),
                        Column.<WillNotSell.Row>money(
                                        "loss", Texts.of("expiry.col-loss"), 92, formats, WillNotSell.Row::loss)
                                .summed(),
                        Column.<WillNotSell.Row>text(
                                "act",
                                Texts.of("expiry.col-act"),
                                150,
                                row -> Texts.of("expiry.act-"
                                        + row.act()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))));
        table.follow(model.forecast(), Texts.of("expiry.all-sells"));
        session.remember(table.name(), table.arrangement());
        Label method = new Label(Texts.of("expiry.method"));
        method.setWrapText(true);
        method.getStyleClass().add("caption");
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(8, table, method);
    }

    Exportable list() {
        return table;
    }

    Node node() {
        return node;
    }
}
