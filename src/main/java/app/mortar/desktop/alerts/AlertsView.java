package app.mortar.desktop.alerts;

import app.mortar.alert.AlertBoard;
import app.mortar.alert.AlertBoard.Message;
import app.mortar.alert.AlertBoard.Shortage;
import app.mortar.alert.AlertDesk;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Badge;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.RowAct;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Tone;
import app.mortar.store.Tx;
import app.mortar.workbook.Cover;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Alerts: above what is short, below the messages about it. */
public final class AlertsView implements Room {
    private final AlertsViewModel model;
    private final PagedTable<Shortage> shortages;
    private final PagedTable<Message> messages;
    private final Node node;

    public AlertsView(Session session) {
        model = new AlertsViewModel(session, new AlertDesk());
        Formats formats = session.formats();
        shortages = session.<Shortage>table("alerts-shortages", model::shortages)
                .columns(
                        Column.node(
                                "severity",
                                Texts.of("alerts.severity"),
                                96,
                                row -> AlertChips.word(row.severity()),
                                row -> AlertChips.of(row.severity())),
                        Column.<Shortage>text("product", Texts.of("alerts.product"), 260, Shortage::name)
                                .grows(),
                        Column.whole("good", Texts.of("alerts.good"), 72, formats, Shortage::goodUnits),
                        Column.whole("minimum", Texts.of("alerts.minimum"), 80, formats, Shortage::minimum),
                        Column.moment("since", Texts.of("alerts.since"), 112, formats, Shortage::since),
                        Column.moment("told", Texts.of("alerts.told"), 112, formats, Shortage::lastTold),
                        Column.node(
                                "standing",
                                Texts.of("alerts.standing"),
                                132,
                                row -> AlertChips.word(row.handling()),
                                row -> AlertChips.of(row.handling())),
                        Column.text("by", Texts.of("alerts.until"), 170, row -> until(formats, row)))
                .keyed(Shortage::episode)
                .opens(row -> session.front().go(Place.STOCK, row.product()))
                .acts(
                        act("acknowledge", "check2", model.mayAcknowledge(), model::acknowledge),
                        act("snooze-to-receipt", "pause-circle", model.maySnooze(), model::snoozeToReceipt),
                        act("wake", "bell", model.mayWake(), model::wake))
                .whenEmpty(stated ->
                        stated.empty("check-all", Texts.of("alerts.none"), Texts.of("alerts.none-second"), null));
        messages = session.<Message>table("alerts-messages", model::messages)
                .columns(
                        Column.moment("at", Texts.of("alerts.at"), 112, formats, Message::detectedAt),
                        Column.text("kind", Texts.of("alerts.kind"), 104, row -> AlertChips.word(row.kind())),
                        Column.text("channel", Texts.of("alerts.channel"), 110, Message::channel),
                        Column.code("to", Texts.of("alerts.to"), 120, Message::recipient),
                        Column.<Message>text("about", Texts.of("alerts.about"), 220, Message::about)
                                .grows(),
                        Column.node("state", Texts.of("alerts.state"), 110, AlertChips::word, AlertChips::of),
                        Column.whole("attempts", Texts.of("alerts.attempts"), 78, formats, Message::attempts),
                        Column.text("reason", Texts.of("alerts.reason"), 230, AlertsView::reason))
                .keyed(Message::id)
                .acts(act("retry", "arrow-repeat", model.mayRetry(), model::retry))
                .whenEmpty(stated -> stated.empty(
                        "chat-left-text", Texts.of("alerts.no-messages"), Texts.of("alerts.no-messages-second"), null));
        model.shortage().bind(shortages.chosen());
        model.message().bind(messages.chosen());
        shortages.total().addListener((property, was, is) -> {
            if (was.intValue() == 0 && is.intValue() > 0) {
                shortages.table().getSelectionModel().select(0);
            }
        });
        node = Page.of(content(session));
        shortages.reload();
        model.resume(messages::reload);
    }

    /** The same act in the menu of the row; the acts are about the chosen one. */
    private static <T> RowAct<T> act(String name, String icon, BooleanBinding may, Runnable act) {
        return new RowAct<>(
                "alerts-" + name + "-row", Texts.of("alerts." + name), icon, row -> may.get(), row -> act.run());
    }

    /** How many shortages wait for somebody. */
    public static Badge badge(Tx tx) {
        int untended = new AlertBoard().untended(tx);
        return untended == 0 ? Badge.NONE : new Badge(untended, Tone.DANGER);
    }

    private static String until(Formats formats, Shortage row) {
        return switch (row.handling()) {
            case ACKNOWLEDGED -> row.by() == null ? "" : row.by();
            case SNOOZED -> row.toReceipt() ? Texts.of("alerts.to-receipt") : formats.date(row.until());
            case OPEN, ESCALATED -> "";
        };
    }

    private static String reason(Message row) {
        return row.reason() == null ? "" : row.reason();
    }

    private Node content(Session session) {
        Label trouble = new Label();
        trouble.setId("alerts-trouble");
        trouble.getStyleClass().add("bad");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.visibleProperty().bind(model.trouble().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        Card above = Card.table(Texts.of("alerts.short"), shortages)
                .with(session.export(shortages, Texts.of("alerts.short")))
                .foot(shortageActs())
                .grow();
        above.note().textProperty().bind(shortages.total().asString());
        Card below = Card.table(Texts.of("alerts.messages"), messages)
                .with(which(), session.export(messages, Texts.of("alerts.messages"), this::narrowed))
                .foot(press("alerts-retry", "alerts.retry", "arrow-repeat", model.mayRetry(), model::retry))
                .grow();
        below.note().textProperty().bind(messages.total().asString());
        return new VBox(16, trouble, above, below);
    }

    private Node shortageActs() {
        DatePicker day = new DatePicker();
        day.setId("alerts-day");
        day.setPromptText(Texts.of("alerts.day"));
        day.setAccessibleText(Texts.of("alerts.day"));
        day.setPrefWidth(150);
        day.valueProperty().bindBidirectional(model.day());
        HBox acts = new HBox(
                8,
                press("alerts-acknowledge", "alerts.acknowledge", "check2", model.mayAcknowledge(), model::acknowledge),
                press(
                        "alerts-to-receipt",
                        "alerts.snooze-to-receipt",
                        "pause-circle",
                        model.maySnooze(),
                        model::snoozeToReceipt),
                day,
                press(
                        "alerts-snooze",
                        "alerts.snooze",
                        "pause-circle",
                        model.maySnoozeUntilDay(),
                        model::snoozeUntilDay),
                press("alerts-wake", "alerts.wake", "bell", model.mayWake(), model::wake));
        acts.setAlignment(Pos.CENTER_LEFT);
        return acts;
    }

    private static Press press(String id, String text, String icon, BooleanBinding may, Runnable act) {
        Press press = Press.secondary(id, Texts.of(text), icon, act);
        press.disableProperty().bind(may.not());
        return press;
    }

    private List<Cover.Fact> narrowed() {
        AlertBoard.Which now = model.which().get();
        return now == AlertBoard.Which.ALL
                ? List.of()
                : List.of(Cover.Fact.text(
                        Texts.of("alerts.state"),
                        Texts.of("alerts." + now.name().toLowerCase(Locale.ROOT))));
    }

    private Segments<AlertBoard.Which> which() {
        Segments<AlertBoard.Which> which = new Segments<>("alerts-which", AlertBoard.Which.ALL)
                .add(AlertBoard.Which.ALL, Texts.of("alerts.all"))
                .add(AlertBoard.Which.WAITING, Texts.of("alerts.waiting"))
                .add(AlertBoard.Which.FAILED, Texts.of("alerts.failed"));
        which.value().bindBidirectional(model.which());
        model.which().addListener((property, was, is) -> messages.reload());
        return which;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void opened(@Nullable Object about) {
        shortages.focus();
    }

    @Override
    public void refresh() {
        shortages.refresh();
        messages.refresh();
    }
}
