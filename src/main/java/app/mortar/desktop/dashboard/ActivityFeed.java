package app.mortar.desktop.dashboard;

import app.mortar.desktop.Reasons;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Status;
import app.mortar.fulfilment.Activity;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What happened lately, with the badge "Stock updated" on whatever moved units. Enter opens what it is about. */
final class ActivityFeed extends ListView<Activity.Entry> {
    private final Session session;

    ActivityFeed(Session session) {
        this.session = session;
        setId("dashboard-activity");
        setAccessibleText(Texts.of("dashboard.activity"));
        getStyleClass().add("activity");
        setCellFactory(list -> new Cell());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
    }

    /** Shows these; what was there keeps its place and stays selected. */
    void show(List<Activity.Entry> entries) {
        if (!getItems().equals(entries)) {
            Activity.Entry chosen = getSelectionModel().getSelectedItem();
            getItems().setAll(entries);
            if (chosen != null && entries.contains(chosen)) {
                getSelectionModel().select(chosen);
            }
        }
    }

    private void open() {
        Activity.Entry entry = getSelectionModel().getSelectedItem();
        if (entry == null) {
            return;
        }
        if (entry.order() != null) {
            session.front().go(Place.ORDERS, entry.order());
        } else if (entry.product() != null) {
            session.front().go(Place.STOCK, entry.product());
        }
    }

    static String title(Activity.Entry entry) {
        return Texts.of("activity." + entry.kind().name().toLowerCase(Locale.ROOT), entry.about(), entry.units());
    }

    private String second(Activity.Entry entry) {
        StringBuilder line = new StringBuilder();
        if (entry.units() > 0) {
            line.append(Texts.of("activity.packs", entry.units()));
        }
        append(line, entry.why() == null ? "" : Reasons.text(entry.why()));
        append(line, entry.by());
        return line.toString();
    }

    private static void append(StringBuilder line, String part) {
        if (!part.isEmpty()) {
            line.append(line.isEmpty() ? "" : " · ").append(part);
        }
    }

    private static String icon(Activity.Kind kind) {
        return switch (kind) {
            case RECEIVED -> "box-arrow-in-down";
            case DISPATCHED -> "truck";
            case SOLD -> "basket";
            case RETURNED -> "arrow-counterclockwise";
            case WRITTEN_OFF -> "trash";
            case CORRECTED -> "sliders";
            case TO_SUPPLIER -> "box-arrow-up";
            case CONFIRMED -> "circle";
            case PICKING, PACKED -> "check2-square";
            case CANCELLED -> "x-circle";
            case HOLD_EXPIRED, HOLD_RELEASED -> "hourglass-split";
            case SET_ASIDE, GIVEN_FREE, RECALLED -> "shield-exclamation";
        };
    }

    private final class Cell extends ListCell<Activity.Entry> {
        @Override
        protected void updateItem(Activity.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : line(entry));
        }

        private Node line(Activity.Entry entry) {
            boolean today =
                    session.formats().day(entry.at()).equals(session.time().today());
            Label time = new Label(
                    today
                            ? session.formats().time(entry.at())
                            : session.formats().dayMonth(session.formats().day(entry.at())));
            time.getStyleClass().addAll("caption", "activity-time");
            Label title = new Label(title(entry));
            Label second = new Label(second(entry));
            second.getStyleClass().add("caption");
            VBox words = new VBox(title, second);
            words.setAlignment(Pos.CENTER_LEFT);
            words.setMinWidth(0);
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(8, time, Icon.of(icon(entry.kind()), 13, "muted"), words);
            line.getStyleClass().add("activity-line");
            line.setPrefWidth(0);
            if (entry.kind().movesStock()) {
                Label badge = Status.stockUpdated();
                badge.setMinWidth(Region.USE_PREF_SIZE);
                line.getChildren().add(badge);
            }
            setAccessibleText(time.getText() + " " + title.getText() + " " + second.getText()
                    + (entry.kind().movesStock() ? " " + Texts.of("status.stock-updated") : ""));
            return line;
        }
    }
}
