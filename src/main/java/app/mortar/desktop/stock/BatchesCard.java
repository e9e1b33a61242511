package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.RowAct;
import app.mortar.desktop.widget.Rows;
import app.mortar.desktop.widget.Status;
import app.mortar.stock.BatchStatus;
import app.mortar.stock.WhyThisNumber.BatchRow;
import org.jspecify.annotations.Nullable;

/** The batches of a product in the order in which they go out; acts are about the one that is chosen. */
final class BatchesCard {
    private final Rows<BatchRow> table;
    private final Card card;

    BatchesCard(ProductViewModel model, Session session) {
        Formats formats = session.formats();
        table = new Rows<BatchRow>("product-batches")
                .columns(
                        Column.<BatchRow>code("batch-number", Texts.of("stock.batch"), 110, BatchRow::batchNumber)
                                .grows(),
                        Column.<BatchRow>day(
                                "batch-expiry", Texts.of("stock.expiry"), 96, formats, BatchRow::expiryDate),
                        Column.<BatchRow>node(
                                "batch-stage",
                                Texts.of("stock.stage"),
                                108,
                                row -> word(stage(row)),
                                BatchesCard::stage),
                        Column.<BatchRow>whole(
                                        "batch-on-hand", Texts.of("stock.on-hand"), 70, formats, BatchRow::quantity)
                                .summed(),
                        Column.<BatchRow>whole("batch-held", Texts.of("stock.held"), 54, formats, BatchRow::reserved)
                                .summed(),
                        Column.<BatchRow>whole(
                                        "batch-aside", Texts.of("stock.aside"), 60, formats, BatchRow::quarantined)
                                .summed())
                .keyed(row -> row.batchNumber() + row.expiryDate());
        table.setPrefHeight(30 + 34 * 4 + 4);
        table.setMinHeight(30 + 34 * 2);
        session.remember(table.name(), table.arrangement());
        card = Card.table(Texts.of("stock.batches"), table)
                .with(session.export(table, Texts.of("stock.batches"), model::named)
                        .brief());
        card.note().setText(Texts.of("stock.batches.note"));
    }

    private static @Nullable Chip stage(BatchRow row) {
        if (row.status() == BatchStatus.RECALLED) {
            return Status.recalled();
        }
        return row.quarantined() > 0 && row.quarantined() == row.quantity()
                ? Status.quarantine()
                : Status.stage(row.stage());
    }

    private static String word(@Nullable Chip chip) {
        return chip == null ? "" : chip.getText();
    }

    /** Puts something that can be done with a batch into its menu. */
    void act(RowAct<BatchRow> act) {
        table.acts(act);
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
