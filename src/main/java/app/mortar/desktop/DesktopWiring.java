package app.mortar.desktop;

import app.mortar.desktop.alerts.AlertsView;
import app.mortar.desktop.counts.CountsView;
import app.mortar.desktop.expiry.ExpiryView;
import app.mortar.desktop.reports.ReportsView;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Rooms;

/** Which rooms there are, each in one line. */
public final class DesktopWiring {
    private DesktopWiring() {}

    /** The rooms of this version, in any order: the navigation has its own. */
    public static Rooms rooms(Desks desks) {
        return new Rooms()
                .add(Place.COUNTS, CountsView::new)
                .add(Place.EXPIRY, ExpiryView::new)
                .add(Place.ALERTS, AlertsView::new, AlertsView::badge)
                .add(Place.REPORTS, session -> new ReportsView(session, desks.reports()));
    }
}
