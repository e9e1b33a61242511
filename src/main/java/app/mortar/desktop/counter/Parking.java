package app.mortar.desktop.counter;

import app.mortar.desktop.goods.Finder;
import app.mortar.desktop.goods.Goods;
import app.mortar.desktop.shell.Session;
import app.mortar.fulfilment.CounterAnswer;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.kernel.ProductId;
import app.mortar.reservation.HoldView;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The sales that wait beside the cart, each under its hold. */
public final class Parking {
    private final Session session;
    private final CounterDesk desk;
    private final Finder finder = new Finder();
    private final ObservableList<CounterDesk.Parked> sales = FXCollections.observableArrayList();

    Parking(Session session, CounterDesk desk) {
        this.session = session;
        this.desk = desk;
    }

    /** A sale taken up again, with what its lines are called. */
    record Back(CounterAnswer answer, Map<ProductId, Goods> goods) {}

    /** The most urgent first. */
    public ObservableList<CounterDesk.Parked> sales() {
        return sales;
    }

    /** Reads the list again; keeps the old one when that fails. */
    public void refresh() {
        session.read(desk::parked, list -> sales.setAll(list.sales()), trouble -> {});
    }

    void resume(CounterDesk.Parked parked, Consumer<Back> done, Consumer<String> failed) {
        session.write(
                tx -> {
                    CounterAnswer answer = desk.resume(tx, parked.sale().token());
                    return answer instanceof CounterAnswer.Resumed resumed
                            ? new Back(
                                    answer,
                                    finder.byId(
                                            tx,
                                            resumed.hold().items().stream()
                                                    .map(HoldView.Item::product)
                                                    .toList()))
                            : new Back(answer, Map.of());
                },
                done,
                trouble -> failed.accept(trouble.sentence()));
    }

    /** A parked sale that nobody will fetch: its units go back, it leaves the list. */
    public void forget(CounterDesk.Parked parked) {
        session.write(
                tx -> {
                    desk.release(tx, parked.sale().token());
                    return parked;
                },
                gone -> refresh(),
                trouble -> refresh());
    }
}
