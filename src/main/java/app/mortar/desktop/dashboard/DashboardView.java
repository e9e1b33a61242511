package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Stated;
import app.mortar.expiry.Expiring;
import app.mortar.expiry.OutlookFilter;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The dashboard: figures, the widget Low Stock, what expires when, what happened lately. */
public final class DashboardView implements Room {
    private static final double SIDE = 366;

    private final DashboardViewModel model;
    private final FigureTiles tiles;
    private final LowStockCard low;
    private final ExpiryChart chart;
    private final RatesCard rates;
    private final ActivityFeed feed;
    private final Stated activity;
    private final Page page;
    private boolean begun;

    public DashboardView(Session session) {
        model = new DashboardViewModel(session);
        tiles = new FigureTiles(session);
        low = new LowStockCard(model, session);
        chart = new ExpiryChart(session.formats());
        rates = new RatesCard(session);
        rates.setManaged(false);
        feed = new ActivityFeed(session);
        activity = new Stated(feed);
        Node stock = tiles.stock();
        Node expiry = tiles.expiry();
        HBox.setHgrow(expiry, Priority.ALWAYS);
        VBox left = new VBox(16, new HBox(16, stock, expiry), low.card(), rates);
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        Hyperlink open = new Hyperlink(Texts.of("dashboard.open-list"));
        open.setId("dashboard-open-expiring");
        open.setOnAction(event -> session.front().go(Place.STOCK, OutlookFilter.ALL.expiringWithin(Expiring.DAYS)));
        Card expiring = Card.of(Texts.of("dashboard.expiring"), chart).with(open);
        expiring.note()
                .setText(Texts.of("dashboard.expiring.note", session.formats().currency()));
        expiring.setPrefHeight(268);
        expiring.setMinHeight(220);
        VBox right = new VBox(
                16,
                tiles.work(),
                expiring,
                Card.tight(Texts.of("dashboard.activity"), activity).grow());
        right.setMinWidth(SIDE);
        right.setPrefWidth(SIDE);
        right.setMaxWidth(SIDE);
        HBox columns = new HBox(16, left, right);
        columns.setId("dashboard");
        page = Page.of(columns);
        model.figures().addListener((property, old, now) -> show(now));
        model.trouble().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                activity.failed(Texts.of("dashboard.failed"), now, model::refresh);
            }
        });
        activity.loading(Texts.of("dashboard.reading"));
    }

    private void show(DashboardViewModel.@Nullable Figures now) {
        if (now == null) {
            return;
        }
        tiles.show(now);
        low.show(now);
        rates.show(now.rates(), now.told());
        chart.show(now.expiring().weeks());
        feed.show(now.activity());
        if (now.activity().isEmpty()) {
            activity.empty("broadcast", Texts.of("dashboard.quiet"), Texts.of("dashboard.quiet.second"), null);
        } else {
            activity.ready();
        }
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        if (begun) {
            refresh();
        } else {
            begun = true;
            model.start();
            low.reload();
        }
    }

    @Override
    public void refresh() {
        model.refresh();
        low.refresh();
    }

    @Override
    public void filter() {
        low.focusFilter();
    }
}
