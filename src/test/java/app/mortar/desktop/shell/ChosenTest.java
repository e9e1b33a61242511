package app.mortar.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.alert.AlertBoard;
import app.mortar.desktop.Here;
import app.mortar.desktop.orders.OrdersViewModel;
import app.mortar.desktop.stock.StockListModel;
import app.mortar.desktop.work.Work;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.Severity;
import app.mortar.fulfilment.Channel;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.testing.Db;
import app.mortar.testing.Pharmacy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChosenTest {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Pharmacy pharmacy;
    private Session session;
    private int unchanged;

    @BeforeEach
    void open() {
        pharmacy = Pharmacy.open(Db.H2);
        session = Here.at(pharmacy, pharmacy.staff).session;
    }

    @AfterEach
    void close() {
        pharmacy.close();
    }

    @Test
    void the_products_are_narrowed_as_they_were_left_but_for_the_words_of_one_search() {
        OutlookFilter left = new OutlookFilter("para", "Analgesics", "Emzor", Set.of(Severity.OUT), false, 30);
        new StockListModel(session).filter().set(left);

        StockListModel next = new StockListModel(session);
        next.resume(() -> unchanged++);
        assertThat(next.filter().get()).isEqualTo(left.words(null));
        assertThat(unchanged).isZero();
    }

    @Test
    void the_orders_are_narrowed_as_they_were_left_but_for_the_words_of_one_search() {
        new OrdersViewModel(session, pharmacy.orders)
                .filter()
                .set(new OrderBoard.Filter("WEB", Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED), Channel.RETAIL));

        OrdersViewModel next = new OrdersViewModel(session, pharmacy.orders);
        next.resume(() -> unchanged++);
        assertThat(next.filter().get())
                .isEqualTo(
                        new OrderBoard.Filter("", Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED), Channel.RETAIL));
    }

    @Test
    void whoever_has_chosen_nothing_yet_sees_everything_and_the_list_is_read_all_the_same() {
        StockListModel first = new StockListModel(session);
        first.resume(() -> unchanged++);
        assertThat(first.filter().get()).isEqualTo(OutlookFilter.ALL);
        assertThat(unchanged).isEqualTo(1);
    }

    @Test
    void somebody_else_at_the_same_workstation_has_their_own() {
        new StockListModel(session).filter().set(OutlookFilter.LOW);

        StockListModel theirs = new StockListModel(Here.at(pharmacy, pharmacy.staff).session);
        theirs.resume(() -> unchanged++);
        assertThat(theirs.filter().get()).isEqualTo(OutlookFilter.ALL);
    }

    @Test
    void what_is_chosen_before_the_answer_is_there_stays() {
        which(session).set(AlertBoard.Which.FAILED);
        ObjectProperty<AlertBoard.Which> which = new SimpleObjectProperty<>(AlertBoard.Which.ALL);
        Session slow = new Session(
                session.actor(),
                session.transactions(),
                new Work(waiting::add, Runnable::run),
                session.time(),
                session.formats(),
                session.memory(),
                session.front());
        slow.remembered("alerts", which, AlertBoard.Which.class, now -> now).again(() -> unchanged++);
        which.set(AlertBoard.Which.WAITING);
        waiting.forEach(Runnable::run);

        assertThat(which.get()).isEqualTo(AlertBoard.Which.WAITING);
        assertThat(unchanged).isEqualTo(1);
    }

    private static ObjectProperty<AlertBoard.Which> which(Session session) {
        ObjectProperty<AlertBoard.Which> which = new SimpleObjectProperty<>(AlertBoard.Which.ALL);
        var _ = session.remembered("alerts", which, AlertBoard.Which.class, now -> now);
        return which;
    }
}
