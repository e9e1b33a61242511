package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Tiles;
import app.mortar.desktop.widget.Tone;
import app.mortar.expiry.Expiring;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.Severity;
import app.mortar.fulfilment.OrderStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** The figures at the top of the dashboard, joined in three cards; each opens its list. */
final class FigureTiles {
    private final Session session;
    private final Tiles.Tile out;
    private final Tiles.Tile low;
    private final Tiles.Tile expired;
    private final Tiles.Tile week;
    private final Tiles.Tile month;
    private final Tiles.Tile quarter;
    private final Tiles.Tile toPick;
    private final Tiles.Tile holds;
    private final Tiles.Tile dispatched;

    FigureTiles(Session session) {
        this.session = session;
        out = products("out", Tone.DANGER, "x-octagon-fill", OutlookFilter.ALL.severities(Set.of(Severity.OUT)));
        low = products(
                "low",
                Tone.WARNING,
                "arrow-down-circle",
                OutlookFilter.ALL.severities(EnumSet.of(Severity.CRITICAL, Severity.LOW)));
        expired = products("expired", Tone.DANGER, "x-octagon-fill", OutlookFilter.ALL.expiringWithin(0));
        week = products("week", Tone.DANGER, "exclamation-triangle-fill", OutlookFilter.ALL.expiringWithin(7));
        month = products("month", Tone.WARNING, "clock", OutlookFilter.ALL.expiringWithin(30));
        quarter = products("quarter", Tone.NEUTRAL, "clock", OutlookFilter.ALL.expiringWithin(Expiring.DAYS));
        toPick = tile("to-pick", Tone.ACCENT, "check2-square", () -> session.front()
                .go(Place.ORDERS, EnumSet.of(OrderStatus.CONFIRMED, OrderStatus.PICKING)));
        holds = tile(
                "holds", Tone.ACCENT, "hourglass-split", () -> session.front().go(Place.HOLDS, null));
        dispatched = tile("dispatched", Tone.NEUTRAL, "truck", () -> session.front()
                .go(Place.ORDERS, EnumSet.of(OrderStatus.DISPATCHED, OrderStatus.DELIVERED)));
    }

    private Tiles.Tile products(String name, Tone tone, String icon, OutlookFilter filter) {
        return tile(name, tone, icon, () -> session.front().go(Place.STOCK, filter));
    }

    private static Tiles.Tile tile(String name, Tone tone, String icon, Runnable open) {
        return new Tiles.Tile("tile-" + name, tone, icon, Texts.of("dashboard.tile." + name), open);
    }

    Tiles stock() {
        return new Tiles(out, low);
    }

    Tiles expiry() {
        return new Tiles(expired, week, month, quarter);
    }

    Tiles work() {
        return new Tiles(toPick, holds, dispatched);
    }

    void show(DashboardViewModel.Figures now) {
        Formats formats = session.formats();
        figure(out, now.low().out());
        figure(low, now.low().critical() + now.low().low());
        out.second().set(Texts.of("dashboard.of-products", now.products()));
        low.second().set(Texts.of("dashboard.critical", now.low().critical()));
        worth(expired, now.expiring().expired());
        worth(week, now.expiring().within(7));
        worth(month, now.expiring().within(30));
        worth(quarter, now.expiring().within(Expiring.DAYS));
        figure(toPick, now.orders().toPick());
        Instant due = now.orders().nextDue();
        toPick.second().set(due == null ? "" : Texts.of("dashboard.next-due", formats.time(due)));
        figure(holds, now.holds().live());
        holds.second().set(Texts.of("dashboard.ending", now.holds().ending()));
        figure(dispatched, now.orders().dispatched());
        dispatched.second().set(Texts.of("dashboard.packs", now.orders().units()));
    }

    private void figure(Tiles.Tile tile, int number) {
        tile.figure().set(session.formats().number(number));
    }

    private void worth(Tiles.Tile tile, Expiring.Sum sum) {
        figure(tile, sum.batches());
        tile.second().set(session.formats().money(sum.worth().setScale(0, java.math.RoundingMode.HALF_UP)));
    }
}
