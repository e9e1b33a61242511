package app.mortar.desktop.orders;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Chosen;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Latest;
import app.mortar.desktop.work.Once;
import app.mortar.fulfilment.OrderAnswer;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.stock.Shortage;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The orders of all channels, one of them looked at, and the steps that may be taken with it. */
public final class OrdersViewModel {
    /** No order is left out. */
    public static final OrderBoard.Filter ALL = new OrderBoard.Filter("", Set.of(), null);

    private final Session session;
    private final OrderDesk desk;
    private final OrderBoard board = new OrderBoard();
    private final Latest reading;
    private final Once moving;
    private final ObjectProperty<OrderBoard.Filter> filter = new SimpleObjectProperty<>(ALL);
    private final ReadOnlyObjectWrapper<OrderBoard.@Nullable Detail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Chosen<OrderBoard.Filter> lastTime;
    private @Nullable Long wanted;

    public OrdersViewModel(Session session, OrderDesk desk) {
        this.lastTime = session.remembered(
                "orders",
                filter,
                OrderBoard.Filter.class,
                now -> new OrderBoard.Filter("", now.statuses(), now.channel()));
        this.session = session;
        this.desk = desk;
        this.reading = new Latest(session.work());
        this.moving = new Once(session.work());
    }

    /** What the list is narrowed to. */
    public ObjectProperty<OrderBoard.Filter> filter() {
        return filter;
    }

    /**
     * Narrows the list as this person left it.
     *
     * @param otherwise is run when that changes nothing
     */
    public void resume(Runnable otherwise) {
        lastTime.again(otherwise);
    }

    /** The order that is looked at. */
    public ReadOnlyObjectProperty<OrderBoard.@Nullable Detail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Why it could not be read or moved; empty when it was. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** A step is being taken now. */
    public ReadOnlyBooleanProperty moving() {
        return moving.running();
    }

    /** The list as it is narrowed now: the newest first. */
    Listed<OrderBoard.Row> list() {
        OrderBoard.Filter now = filter.get();
        return (tx, window) -> {
            String by = window.sort();
            Stretch<OrderBoard.Row> rows = board.list(
                    tx,
                    now,
                    by == null
                            ? OrderBoard.Sort.CREATED
                            : OrderBoard.Sort.valueOf(
                                    by.substring(by.indexOf('-') + 1).toUpperCase(Locale.ROOT)),
                    by == null || window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    /** Looks at that order. */
    public void look(long order) {
        if (wanted == null || wanted != order) {
            trouble.set("");
        }
        wanted = order;
        reading.run(
                () -> session.transactions()
                        .<OrderBoard.@Nullable Detail>read(session.actor(), tx -> board.detail(tx, order)),
                detail::set,
                failure -> trouble.set(session.trouble(failure).sentence()));
    }

    /** Reads it again. */
    public void refresh() {
        if (wanted != null) {
            look(wanted);
        }
    }

    /** Takes a step with the order that is looked at, once however often it is asked for. */
    public void move(OrderStatus next) {
        OrderBoard.Detail now = detail.get();
        if (now == null) {
            return;
        }
        long order = now.order().id();
        moving.run(
                () -> session.transactions().write(session.actor(), tx -> desk.move(tx, order, next)),
                answer -> moved(now.order(), answer),
                failure -> trouble.set(session.trouble(failure).sentence()));
    }

    private void moved(OrderView before, OrderAnswer answer) {
        trouble.set("");
        switch (answer) {
            case OrderAnswer.Stands stands -> session.front().toast(done(before, stands.order()));
            case OrderAnswer.NotEnough no -> trouble.set(Texts.of("orders.not-enough", shorts(no)));
            case OrderAnswer.IllegalStep no -> trouble.set(Texts.of("orders.illegal", word(no.from()), word(no.to())));
            default -> trouble.set(Texts.of("orders.not-yours"));
        }
        session.front().changed();
        refresh();
    }

    private Toast done(OrderView before, OrderView after) {
        String title = Texts.of("orders.moved", after.externalRef(), word(after.status()));
        boolean left = before.stockUpdatedAt() == null && after.stockUpdatedAt() != null;
        int units = after.items().stream().mapToInt(OrderView.Item::quantity).sum();
        return Toast.done(
                title,
                left && after.stockUpdatedAt() != null
                        ? Texts.of("orders.stock-updated", session.formats().time(after.stockUpdatedAt()), units)
                        : "");
    }

    private static String shorts(OrderAnswer.NotEnough no) {
        return no.shortages().stream()
                .map((Shortage s) -> Texts.of("orders.short", s.sku(), s.requested(), s.available()))
                .collect(Collectors.joining(" "));
    }

    static String word(OrderStatus status) {
        return Texts.of("status." + status.name().toLowerCase(Locale.ROOT));
    }
}
