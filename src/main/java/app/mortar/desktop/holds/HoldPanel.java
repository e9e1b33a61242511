package app.mortar.desktop.holds;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Status;
import app.mortar.reservation.HoldBoard;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The hold that is looked at: its ring, what it keeps, and its release. */
final class HoldPanel {
    private final HoldsViewModel model;
    private final Session session;
    private final HoldRing ring = HoldRing.large(Texts.of("holds.left"), Texts.of("holds.over"));
    private final StackPane chip = new StackPane();
    private final Label until = new Label();
    private final VBox items = new VBox(6);
    private final TextField reason = new TextField();
    private final Label note = new Label();
    private final VBox release;
    private final Card card;

    HoldPanel(HoldsViewModel model, Session session) {
        this.model = model;
        this.session = session;
        until.getStyleClass().add("muted");
        until.setWrapText(true);
        until.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        reason.setId("holds-reason");
        reason.setPromptText(Texts.of("holds.reason"));
        reason.setAccessibleText(Texts.of("holds.reason"));
        reason.textProperty().bindBidirectional(model.reason());
        Press press = Press.danger("holds-release", Texts.of("holds.release"), "F9", model::release)
                .big()
                .wide();
        press.disableProperty().bind(model.mayRelease().not());
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        release = new VBox(8, reason, press, note);
        ScrollPane scroll = new ScrollPane(items);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox box = new VBox(12, chip, ring, until, scroll, release);
        box.setAlignment(Pos.TOP_CENTER);
        card = Card.of(Texts.of("holds.one"), box);
        card.setMinWidth(366);
        card.setPrefWidth(366);
        card.setMaxWidth(366);
        model.chosen().addListener((property, old, now) -> show(now));
        model.refused().addListener((property, old, now) -> say());
        show(null);
    }

    Node node() {
        return card;
    }

    private void show(HoldBoard.@Nullable Row row) {
        items.getChildren().clear();
        card.setVisible(row != null);
        if (row == null) {
            return;
        }
        card.note().setText(row.title());
        until.setText(Texts.of("holds.until", session.formats().time(row.expiresAt())));
        row.items().forEach(item -> items.getChildren().add(line(item)));
        reason.setDisable(!model.isMine());
        say();
        tick();
    }

    private void say() {
        String refused = model.refused().get();
        note.setText(
                refused.isEmpty() ? Texts.of(model.isMine() ? "holds.release.second" : "holds.not-yours") : refused);
        note.getStyleClass().remove("bad");
        if (!refused.isEmpty()) {
            note.getStyleClass().add("bad");
        }
    }

    private Node line(HoldBoard.Item item) {
        Hyperlink name = new Hyperlink(item.name());
        name.setOnAction(event -> session.front().go(Place.STOCK, item.product()));
        name.setMaxWidth(250);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label units = new Label(session.formats().number(item.quantity()));
        units.getStyleClass().add("strong");
        units.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, name, gap, units);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    void tick() {
        HoldBoard.Row row = model.chosen().get();
        if (row != null) {
            var left = model.left(row);
            ring.show(left, model.whole(row));
            chip.getChildren().setAll(Status.hold(left, model.whole(row)));
        }
    }
}
