package app.mortar.desktop.stock;

import app.mortar.desktop.dashboard.DashboardViewModel;
import app.mortar.desktop.shell.Chosen;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.PageSource;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.OutlookSort;
import app.mortar.expiry.StockOutlook;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The list of products with what is there of them. */
public final class StockListModel {
    private final Session session;
    private final StockOutlook outlook = new StockOutlook();
    private final ObjectProperty<OutlookFilter> filter = new SimpleObjectProperty<>(OutlookFilter.ALL);
    private final ReadOnlyObjectWrapper<StockOutlook.Choices> choices =
            new ReadOnlyObjectWrapper<>(new StockOutlook.Choices(java.util.List.of(), java.util.List.of()));

    private final Chosen<OutlookFilter> lastTime;

    public StockListModel(Session session) {
        this.session = session;
        this.lastTime = session.remembered("stock", filter, OutlookFilter.class, now -> now.words(null));
    }

    /** What the list is narrowed to. */
    public ObjectProperty<OutlookFilter> filter() {
        return filter;
    }

    /** What the filters may offer. */
    public ReadOnlyObjectProperty<StockOutlook.Choices> choices() {
        return choices.getReadOnlyProperty();
    }

    /**
     * Narrows the list as this person left it.
     *
     * @param otherwise is run when that changes nothing
     */
    public void resume(Runnable otherwise) {
        lastTime.again(otherwise);
    }

    /** Reads what the filters may offer. */
    public void start() {
        session.read(outlook::choices, choices::set, trouble -> {
            // the list says so as well, and its filters work without
        });
    }

    /** The list as it is narrowed now: by name. */
    Listed<Outlook> list() {
        OutlookFilter now = filter.get();
        return (tx, window) -> {
            Stretch<Outlook> rows = outlook.list(
                    tx,
                    now,
                    DashboardViewModel.sort(window.sort(), OutlookSort.NAME),
                    window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }
}
