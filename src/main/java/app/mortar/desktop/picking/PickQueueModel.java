package app.mortar.desktop.picking;

import app.mortar.desktop.shell.Session;
import app.mortar.desktop.shell.Trouble;
import app.mortar.desktop.work.Latest;
import app.mortar.fulfilment.Picking;
import app.mortar.fulfilment.ToPick;
import app.mortar.kernel.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The orders that wait, page after page as somebody scrolls; rows keep their place when they are read again. */
public final class PickQueueModel {
    private static final int PAGE = 50;

    private final Session session;
    private final Picking desk;
    private final Latest reading;
    private final ObservableList<ToPick> orders = FXCollections.observableArrayList();
    private final LongProperty waiting = new SimpleLongProperty();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Trouble> trouble = new SimpleObjectProperty<>();
    private @Nullable String nextCursor;

    private record Read(List<ToPick> orders, @Nullable String next, long waiting) {}

    PickQueueModel(Session session, Picking desk) {
        this.session = session;
        this.desk = desk;
        this.reading = new Latest(session.work());
    }

    public ObservableList<ToPick> orders() {
        return orders;
    }

    /** How many wait in all. */
    public LongProperty waiting() {
        return waiting;
    }

    /** It was read at least once. */
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Why it could not be read; null when it was. */
    public ObjectProperty<@Nullable Trouble> trouble() {
        return trouble;
    }

    public boolean hasMore() {
        return nextCursor != null;
    }

    /** Reads as many rows again as are shown. */
    public void refresh() {
        int wanted = Math.max(PAGE, orders.size());
        read(null, wanted, List.of());
    }

    /** Reads the next page behind what is shown. */
    public void more() {
        if (nextCursor != null) {
            read(nextCursor, PAGE, List.copyOf(orders));
        }
    }

    private void read(@Nullable String after, int limit, List<ToPick> before) {
        reading.run(
                () -> session.transactions().read(session.actor(), tx -> {
                    Page<ToPick> page = desk.queue(tx, limit, after);
                    List<ToPick> all = new ArrayList<>(before);
                    all.addAll(page.items());
                    return new Read(all, page.nextCursor(), desk.waiting(tx));
                }),
                this::show,
                failure -> trouble.set(session.trouble(failure)));
    }

    private void show(Read read) {
        trouble.set(null);
        nextCursor = read.next();
        waiting.set(read.waiting());
        if (!orders.equals(read.orders())) {
            orders.setAll(read.orders());
        }
        loaded.set(true);
    }

    /** The order {@code step} rows from the one given; the first when none is, or when it has left the queue. */
    Optional<Long> beside(@Nullable Long order, int step) {
        if (orders.isEmpty()) {
            return Optional.empty();
        }
        int at = IntStream.range(0, orders.size())
                .filter(i -> order != null && orders.get(i).order() == order)
                .findFirst()
                .orElse(-1);
        int to = at < 0 ? 0 : Math.clamp((long) at + step, 0, orders.size() - 1);
        return Optional.of(orders.get(to).order());
    }
}
