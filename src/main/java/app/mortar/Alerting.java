package app.mortar;

import app.mortar.alert.LowStockWatch;
import app.mortar.alert.Outbox;
import app.mortar.catalogue.ProductWatch;
import app.mortar.settings.AlertSettings;
import app.mortar.stock.ShelfWatch;
import app.mortar.store.Transactions;
import java.util.List;
import java.util.function.Supplier;

/** Builds what watches the shelves and tells people, in reading order. */
final class Alerting {
    private final Outbox outbox;
    private final LowStockWatch lowStock;

    Alerting(Supplier<AlertSettings> settings) {
        outbox = new Outbox(settings, (tx, kind) -> List.of(), () -> {});
        lowStock = new LowStockWatch(outbox, settings);
    }

    /** The same transactions, with somebody who watches the shelves in each. */
    Transactions watching(Transactions transactions) {
        return transactions.attending(ShelfWatch.class, lowStock).attending(ProductWatch.class, lowStock);
    }
}
