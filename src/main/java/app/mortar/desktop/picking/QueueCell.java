package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Status;
import app.mortar.desktop.widget.Tone;
import app.mortar.fulfilment.ToPick;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One order of the queue: what it is called, who waits, until when, how far it is. */
final class QueueCell extends ListCell<ToPick> {
    private final Formats formats;

    QueueCell(Formats formats) {
        this.formats = formats;
        setPrefWidth(0); // as wide as the list, not as its words
    }

    @Override
    protected void updateItem(@Nullable ToPick order, boolean empty) {
        super.updateItem(order, empty);
        if (empty || order == null) {
            setGraphic(null);
            setId(null);
            return;
        }
        setId("order-" + order.externalRef());
        Label ref = new Label(order.externalRef());
        ref.getStyleClass().add("strong");
        Label who = new Label(who(order));
        Label due = new Label(
                order.promisedAt() == null
                        ? Texts.of("pick.no-due")
                        : Texts.of("pick.due", formats.time(order.promisedAt())));
        due.getStyleClass().add("muted");
        due.setMinWidth(Region.USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar(order.lines() == 0 ? 0 : (double) order.verified() / order.lines());
        bar.getStyleClass().add("thin");
        bar.setPrefWidth(120);
        Label far = new Label(Texts.of("pick.of", order.verified(), order.lines()));
        far.getStyleClass().add("caption");
        VBox cell = new VBox(6, apart(ref, chip(order)), apart(who, due), apart(bar, far));
        cell.getStyleClass().add("queue-cell");
        setGraphic(cell);
        setAccessibleText(order.externalRef() + " " + who(order) + " " + due.getText() + " " + far.getText());
    }

    private static String who(ToPick order) {
        String channel = Texts.of("pick.channel." + order.channel());
        return order.customer() == null ? channel : order.customer() + " · " + channel;
    }

    private static Chip chip(ToPick order) {
        return order.shortLines() > 0
                ? new Chip(Tone.WARNING, "pause-circle", Texts.of("pick.short-lines", order.shortLines()))
                : Status.order(order.status().name());
    }

    private static HBox apart(Region left, Region right) {
        left.setMinWidth(0);
        right.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, left, gap, right);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
