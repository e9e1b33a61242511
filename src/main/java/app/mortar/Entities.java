package app.mortar;

import app.mortar.access.StaffMember;
import app.mortar.alert.Episode;
import app.mortar.alert.Notice;
import app.mortar.alert.Stockout;
import app.mortar.catalogue.Product;
import app.mortar.count.CountLine;
import app.mortar.count.CountRound;
import app.mortar.fulfilment.FefoOverride;
import app.mortar.fulfilment.OrderLine;
import app.mortar.fulfilment.OrderStep;
import app.mortar.fulfilment.ParkedSale;
import app.mortar.fulfilment.SalesOrder;
import app.mortar.stock.Batch;
import app.mortar.stock.BatchEvent;
import app.mortar.stock.CartHold;
import app.mortar.stock.CountTask;
import app.mortar.stock.HoldLine;
import app.mortar.stock.Movement;
import app.mortar.stock.OversellIncident;
import app.mortar.stock.ProductRow;
import app.mortar.stock.StockDocument;
import java.util.List;

/** Every class that is a row. */
public final class Entities {
    /** In the order in which a reader meets them. */
    public static final List<Class<?>> ALL = List.of(
            StaffMember.class,
            Product.class,
            ProductRow.class,
            Batch.class,
            BatchEvent.class,
            CartHold.class,
            HoldLine.class,
            Movement.class,
            CountTask.class,
            StockDocument.class,
            OversellIncident.class,
            SalesOrder.class,
            OrderLine.class,
            FefoOverride.class,
            ParkedSale.class,
            OrderStep.class,
            CountRound.class,
            CountLine.class,
            Episode.class,
            Stockout.class,
            Notice.class);

    private Entities() {}
}
