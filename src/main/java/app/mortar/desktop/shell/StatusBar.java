package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The bar at the foot: the database and how fast it answers, whether the books balance, what time it is. */
final class StatusBar extends HBox {
    private final House house;
    private final Label database = new Label();
    private final Label agent = new Label();
    private final Label api = new Label();
    private final Label unsent = new Label();
    private final Label books = new Label();
    private final Label clock = new Label();
    private final InvalidationListener pulse = changed -> pulse();
    private final InvalidationListener agents = changed -> agent();
    private final InvalidationListener tick = changed -> tick();

    StatusBar(House house) {
        this.house = house;
        setId("status");
        getStyleClass().add("status-bar");
        database.setId("status-database");
        clock.setId("status-clock");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        agent.setId("status-agent");
        api.setId("status-api");
        house.services().api().ifPresent(address -> {
            api.setText(Texts.of("status.api", address));
            api.setGraphic(Icon.of("broadcast", 13, "muted"));
        });
        unsent.setId("status-unsent");
        books.setId("status-books");
        getChildren().addAll(database, agent, api, unsent, gap, books, clock);
        house.services().seen().addListener(agents);
        house.pulse().online().addListener(pulse);
        house.pulse().latency().addListener(pulse);
        house.time().beat().addListener(tick);
        pulse();
        tick();
        agent();
    }

    void close() {
        house.pulse().online().removeListener(pulse);
        house.pulse().latency().removeListener(pulse);
        house.time().beat().removeListener(tick);
        house.services().seen().removeListener(agents);
    }

    private void agent() {
        Services.Seen seen = house.services().seen().get();
        boolean silent = seen != null && seen.silent();
        agent.getStyleClass().remove("bad");
        if (seen == null) {
            agent.setText("");
            return;
        }
        String last = seen.lastRan() == null
                ? Texts.of("status.never")
                : house.formats().time(seen.lastRan());
        agent.setGraphic(Icon.of(silent ? "exclamation-triangle-fill" : "clock", 13, silent ? "danger" : "success"));
        agent.setText(Texts.of(silent ? "status.agent-silent" : "status.agent", last));
        if (silent) {
            agent.getStyleClass().add("bad");
        }
        unsent.setText(seen.unsent() == 0 ? "" : Texts.of("status.unsent", seen.unsent()));
        unsent.setGraphic(seen.unsent() == 0 ? null : Icon.of("chat-left-text", 13, "warning"));
        books(seen.books());
    }

    /** The seal: green when everything added up, red with what does not. */
    private void books(Services.@Nullable Books checked) {
        books.getStyleClass().remove("bad");
        if (checked == null) {
            books.setText("");
            books.setGraphic(null);
            return;
        }
        boolean ok = checked.findings().isEmpty();
        books.setGraphic(Icon.of(ok ? "patch-check-fill" : "x-octagon-fill", 13, ok ? "success" : "danger"));
        String at = house.formats().dayTime(checked.at());
        books.setText(ok ? Texts.of("status.books", at) : Texts.of("status.books-wrong", checked.findings()));
        if (!ok) {
            books.getStyleClass().add("bad");
        }
    }

    private void pulse() {
        boolean online = house.pulse().online().get();
        long latency = house.pulse().latency().get();
        database.setGraphic(Icon.of("hdd-network", 13, online ? "success" : "danger"));
        database.setText(
                !online
                        ? Texts.of("status.database-away", house.database())
                        : latency < 0 ? house.database() : Texts.of("status.database", house.database(), latency));
        database.getStyleClass().remove("bad");
        if (!online) {
            database.getStyleClass().add("bad");
        }
    }

    private void tick() {
        var now = house.time().now();
        clock.setText(house.formats().weekday(house.time().today()) + " "
                + house.time().today().getYear() + "  " + house.formats().time(now));
    }
}
