package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Rows;
import app.mortar.desktop.widget.Status;
import app.mortar.stock.BatchStatus;
import app.mortar.stock.WhyThisNumber.BatchRow;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The batches of a product in the order in which they go out; acts are about the one that is chosen. */
final class BatchesCard {
    private final Rows<BatchRow> table;
    private final Card card;

    BatchesCard(Formats formats) {
        table = new Rows<BatchRow>("product-batches")
                .columns(
                        Column.<BatchRow>code("batch-number", Texts.of("stock.batch"), 110, BatchRow::batchNumber)
                                .grows(),
                        Column.<BatchRow>text(
                                "batch-expiry", Texts.of("stock.expiry"), 96, row -> formats.date(row.expiryDate())),
                        Column.<BatchRow>node(
                                "batch-stage",
                                Texts.of("stock.stage"),
                                108,
                                row -> row.stage().name(),
                                BatchesCard::stage),
                        Column.<BatchRow>number(
                                "batch-on-hand", Texts.of("stock.on-hand"), 70, row -> formats.number(row.quantity())),
                        Column.<BatchRow>number(
                                "batch-held", Texts.of("stock.held"), 54, row -> formats.number(row.reserved())),
                        Column.<BatchRow>number(
                                "batch-aside", Texts.of("stock.aside"), 60, row -> formats.number(row.quarantined())))
                .keyed(row -> row.batchNumber() + row.expiryDate());
        table.setPrefHeight(30 + 34 * 4 + 4);
        table.setMinHeight(30 + 34 * 2);
        card = Card.table(Texts.of("stock.batches"), table);
        card.note().setText(Texts.of("stock.batches.note"));
    }

    private static @Nullable Node stage(BatchRow row) {
        if (row.status() == BatchStatus.RECALLED) {
            return Status.recalled();
        }
        return row.quarantined() > 0 && row.quarantined() == row.quantity()
                ? Status.quarantine()
                : Status.stage(row.stage());
    }

    Card card() {
        return card;
    }

    @Nullable
    BatchRow chosen() {
        return table.chosen();
    }

    void show(ProductViewModel.Sight now) {
        table.show(now.batches());
    }
}
