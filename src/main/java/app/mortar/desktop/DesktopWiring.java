package app.mortar.desktop;

import app.mortar.desktop.alerts.AlertsView;
import app.mortar.desktop.counter.CounterRoom;
import app.mortar.desktop.counts.CountsView;
import app.mortar.desktop.dashboard.DashboardView;
import app.mortar.desktop.expiry.ExpiryView;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.holds.HoldsView;
import app.mortar.desktop.orders.OrdersView;
import app.mortar.desktop.picking.PickingRoom;
import app.mortar.desktop.recall.RecallView;
import app.mortar.desktop.receiving.ReceivingRoom;
import app.mortar.desktop.reports.ReportsView;
import app.mortar.desktop.settings.Section;
import app.mortar.desktop.settings.SettingsView;
import app.mortar.desktop.shell.Badge;
import app.mortar.desktop.shell.Machine;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;
import app.mortar.desktop.stock.StockView;
import app.mortar.desktop.widget.Tone;
import app.mortar.fulfilment.CounterDesk;
import app.mortar.fulfilment.Picking;
import app.mortar.reservation.HoldBoard;
import app.mortar.reservation.Tokens;
import app.mortar.store.Tx;

/** Which rooms there are, each in one line. */
public final class DesktopWiring {
    private DesktopWiring() {}

    /** The rooms of this version, in any order: the navigation has its own. */
    public static Rooms rooms(Desks desks, Machine machine) {
        Picking picking = new Picking(new Tokens());
        CounterDesk counter = new CounterDesk(desks.reservations(), desks.orders());
        Rooms rooms = new Rooms()
                .add(Place.COUNTER, session -> new CounterRoom(session, counter, Paper.ofThisMachine()))
                .add(Place.RECEIVE, session -> new ReceivingRoom(session))
                .add(
                        Place.PICK,
                        session -> new PickingRoom(session, picking, Paper.ofThisMachine()),
                        tx -> new Badge(Math.toIntExact(picking.waiting(tx)), Tone.ACCENT))
                .add(Place.DASHBOARD, DashboardView::new)
                .add(Place.STOCK, StockView::new)
                .add(Place.ORDERS, session -> new OrdersView(session, desks.orders()))
                .add(Place.HOLDS, session -> new HoldsView(session, desks.reservations()), DesktopWiring::holds)
                .add(Place.COUNTS, session -> new CountsView(session, desks.workbooks()))
                .add(Place.EXPIRY, session -> new ExpiryView(session, desks.claims()))
                .add(Place.RECALL, RecallView::new)
                .add(Place.ALERTS, AlertsView::new, AlertsView::badge)
                .add(Place.REPORTS, session -> new ReportsView(session, desks.reports(), desks.workbooks()))
                .add(Place.SETTINGS, session -> new SettingsView(session, desks.office(), machine));
        Section.all().forEach(rooms::part);
        return rooms;
    }

    private static Badge holds(Tx tx) {
        return new Badge(new HoldBoard().counts(tx).live(), Tone.NEUTRAL);
    }
}
