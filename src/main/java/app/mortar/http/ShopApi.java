package app.mortar.http;

import app.mortar.catalogue.ProductDesk;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.kernel.Actor;
import app.mortar.recall.RecallDesk;
import app.mortar.reservation.Checkout;
import app.mortar.reservation.ReservationDesk;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.Ledger;
import app.mortar.stock.SetAside;
import app.mortar.stock.StockList;
import app.mortar.stock.WhyThisNumber;
import app.mortar.store.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** Every route that a shop's server answers, on one way to the database. The reference describes these and no others. */
public final class ShopApi {
    private static final Duration LONGEST_PING = Duration.ofSeconds(4);

    private ShopApi() {}

    /**
     * The routes.
     *
     * @param agent asks the database for the health checks
     * @param maxLines of a cart; 0 for no limit but the size of a body
     * @param more what else this server answers
     */
    public static Routes routes(
            Transactions transactions,
            Checkout checkout,
            ReservationDesk reservations,
            OrderDesk orders,
            Actor agent,
            IntSupplier maxLines,
            List<Route> more) {
        List<Route> all = new ArrayList<>();
        all.addAll(new Health(() -> transactions.ping(agent), LONGEST_PING).routes());
        all.addAll(new HoldRoutes(checkout, reservations, transactions, maxLines).routes());
        all.addAll(new OrderRoutes(orders, transactions).routes());
        all.addAll(new ProductRoutes(new ProductDesk(), new StockList(), new WhyThisNumber(), transactions).routes());
        all.addAll(
                new StockRoutes(new GoodsIn(), new SetAside(), new RecallDesk(), new Ledger(), transactions).routes());
        all.addAll(more);
        all.addAll(new Reference().routes());
        return new Routes(all);
    }
}
