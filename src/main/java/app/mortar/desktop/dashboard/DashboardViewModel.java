package app.mortar.desktop.dashboard;

import app.mortar.alert.AlertDesk;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Listed;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.work.Latest;
import app.mortar.expiry.Expiring;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.OutlookSort;
import app.mortar.expiry.Severity;
import app.mortar.expiry.StockOutlook;
import app.mortar.fulfilment.Activity;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.kernel.Permission;
import app.mortar.kernel.Span;
import app.mortar.kernel.Stretch;
import app.mortar.report.AlertsTold;
import app.mortar.report.PlanRates;
import app.mortar.report.RateDesk;
import app.mortar.reservation.HoldBoard;
import app.mortar.store.Tx;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the dashboard shows: figures that are read together, the list of what is short, and what happened lately. */
public final class DashboardViewModel {
    /** Days of the rates. */
    static final int RATE_DAYS = 30;

    private static final int ENTRIES = 40;
    private static final String MEMORY = "dashboard-filter";

    /**
     * All figures at one moment.
     *
     * @param low how many products are short, whatever the filter says
     * @param products how many are sold
     * @param rates the plan's, for those who may see them
     * @param told how messages about shortages went, for the same
     */
    public record Figures(
            LocalDate today,
            StockOutlook.Counts low,
            int products,
            Expiring.Calendar expiring,
            OrderBoard.Counts orders,
            HoldBoard.Counts holds,
            @Nullable PlanRates rates,
            @Nullable AlertsTold told,
            List<Activity.Entry> activity,
            StockOutlook.Choices choices) {}

    /** The filter as this workstation remembers it for a person. */
    record Kept(
            String words,
            @Nullable String category,
            @Nullable String supplier,
            Set<Severity> severities) {}

    private final Session session;
    private final StockOutlook outlook = new StockOutlook();
    private final Expiring expiring = new Expiring();
    private final OrderBoard orders = new OrderBoard();
    private final HoldBoard holds = new HoldBoard();
    private final Activity activity = new Activity();
    private final RateDesk rates = new RateDesk();
    private final AlertDesk alerts = new AlertDesk();
    private final Latest reading;
    private final Latest counting;
    private final ReadOnlyObjectWrapper<@Nullable Figures> figures = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<StockOutlook.Counts> counts =
            new ReadOnlyObjectWrapper<>(new StockOutlook.Counts(0, 0, 0));
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ObjectProperty<OutlookFilter> filter = new SimpleObjectProperty<>(OutlookFilter.LOW);

    public DashboardViewModel(Session session) {
        this.session = session;
        this.reading = new Latest(session.work());
        this.counting = new Latest(session.work());
        filter.addListener((property, old, now) -> {
            keep(now);
            count();
        });
    }

    /** Everything that is read together; null until it was read once. */
    public ReadOnlyObjectProperty<@Nullable Figures> figures() {
        return figures.getReadOnlyProperty();
    }

    /** How many of the filter's products are out, critical and low, whichever of these is chosen. */
    public ReadOnlyObjectProperty<StockOutlook.Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** Why the figures could not be read; empty when they were. */
    public ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** What the list of what is short is narrowed to. */
    public ObjectProperty<OutlookFilter> filter() {
        return filter;
    }

    /** Takes the filter of last time up again, then reads. */
    public void start() {
        session.work()
                .run(
                        () -> session.memory().recall(MEMORY, Kept.class),
                        kept -> {
                            kept.ifPresent(known -> filter.set(new OutlookFilter(
                                    known.words(),
                                    known.category(),
                                    known.supplier(),
                                    known.severities(),
                                    false,
                                    null)));
                            refresh();
                        },
                        failure -> refresh());
    }

    /** Reads all figures again. */
    public void refresh() {
        reading.run(
                () -> session.transactions().read(session.actor(), this::read),
                now -> {
                    trouble.set("");
                    figures.set(now);
                },
                failure -> trouble.set(session.trouble(failure).sentence()));
        count();
    }

    private Figures read(Tx tx) {
        return new Figures(
                tx.today(),
                outlook.counts(tx, OutlookFilter.ALL),
                outlook.products(tx),
                expiring.look(tx),
                orders.counts(tx),
                holds.counts(tx),
                session.may(Permission.SEE_METRICS) ? rates.over(tx, RATE_DAYS) : null,
                session.may(Permission.SEE_METRICS) ? rates.told(tx, RATE_DAYS) : null,
                activity.latest(tx, ENTRIES),
                outlook.choices(tx));
    }

    private void count() {
        OutlookFilter now = filter.get();
        counting.run(
                () -> session.transactions().read(session.actor(), tx -> outlook.counts(tx, now)),
                counts::set,
                failure -> trouble.set(session.trouble(failure).sentence()));
    }

    private void keep(OutlookFilter now) {
        String words = now.words();
        session.memory()
                .keep(MEMORY, new Kept(words == null ? "" : words, now.category(), now.supplier(), now.severities()));
    }

    /** Narrows the list to one severity, or widens it to all that is short. */
    public void show(Set<Severity> severities) {
        filter.set(filter.get().severities(severities.isEmpty() ? OutlookFilter.SHORT : EnumSet.copyOf(severities)));
    }

    /** Whether the person may take note of a shortage. */
    boolean acknowledges() {
        return session.may(Permission.HANDLE_ALERTS);
    }

    /** Somebody acts on that shortage: nobody is told of it again until it gets worse. */
    void acknowledge(Outlook row) {
        session.write(
                tx -> alerts.acknowledge(tx, row.id()),
                outcome -> session.front()
                        .toast(
                                outcome == AlertDesk.Outcome.DONE
                                        ? Toast.done(Texts.of("alerts.acknowledged"), row.name())
                                        : Toast.warning(Texts.of("alerts.over"), row.name())),
                failure -> session.front().toast(Toast.warning(Texts.of("dashboard.failed"), failure.sentence())));
    }

    /** The list of what is short, as it is narrowed now: the worst first. */
    Listed<Outlook> low() {
        OutlookFilter now = filter.get();
        return (tx, window) -> {
            Stretch<Outlook> rows = outlook.list(
                    tx,
                    now,
                    sort(window.sort(), OutlookSort.SEVERITY),
                    window.descending(),
                    new Span(window.offset(), window.limit()));
            return new PageSource.Rows<>(rows.rows(), rows.total());
        };
    }

    /** The order that a column of that test id stands for. */
    public static OutlookSort sort(@Nullable String column, OutlookSort otherwise) {
        return column == null
                ? otherwise
                : OutlookSort.valueOf(column.substring(column.indexOf('-') + 1)
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT));
    }
}
