package app.mortar.desktop.holds;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Status;
import app.mortar.reservation.HoldBoard;
import app.mortar.reservation.ReservationDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The board of live holds: a ring and a countdown for each cart, and the one that is looked at beside it. */
public final class HoldsView implements Room {
    private final HoldsViewModel model;
    private final Session session;
    private final ListView<HoldBoard.Row> list = new ListView<>();
    private final List<Cell> cells = new ArrayList<>();
    private final Stated stated = new Stated(list);
    private final HoldPanel panel;
    private final Card card;
    private final Page page;
    // kept here, for the ticker only knows it weakly from then on when the room is closed
    private final ChangeListener<Instant> beat = (property, old, now) -> tick();

    public HoldsView(Session session, ReservationDesk desk) {
        this.session = session;
        model = new HoldsViewModel(session, desk);
        panel = new HoldPanel(model, session);
        list.setId("holds-list");
        list.setAccessibleText(Texts.of("place.holds"));
        list.setCellFactory(self -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.chosen().set(now);
            }
        });
        card = Card.table(Texts.of("holds.live"), stated)
                .with(session.export(
                        HoldsList.of(
                                list,
                                () -> Objects.requireNonNullElse(model.rows().get(), List.of()),
                                session.formats()),
                        Texts.of("holds.live")));
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox columns = new HBox(16, card, panel.node());
        page = Page.of(columns);
        model.rows().addListener((property, old, now) -> show(now));
        model.trouble().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                stated.failed(Texts.of("holds.failed"), now, model::refresh);
            }
        });
        stated.loading(Texts.of("holds.reading"));
        session.time().beat().addListener(beat);
    }

    private void show(@Nullable List<HoldBoard.Row> now) {
        if (now == null) {
            return;
        }
        card.note().setText(Texts.of("holds.note", now.size()));
        if (now.isEmpty()) {
            list.getItems().clear();
            model.chosen().set(null);
            stated.empty("hourglass", Texts.of("holds.none"), Texts.of("holds.none.second"), null);
            return;
        }
        if (!list.getItems().equals(now)) {
            HoldBoard.Row chosen = model.chosen().get();
            list.getItems().setAll(now);
            list.getSelectionModel().select(chosen == null ? now.getFirst() : chosen);
        }
        stated.ready();
        tick();
    }

    private void tick() {
        cells.forEach(Cell::tick);
        panel.tick();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        model.refresh();
    }

    @Override
    public void refresh() {
        model.refresh();
    }

    @Override
    public void post() {
        model.release();
    }

    @Override
    public void filter() {
        list.requestFocus();
    }

    @Override
    public void closed() {
        session.time().beat().removeListener(beat);
    }

    private final class Cell extends ListCell<HoldBoard.Row> {
        private final HoldRing ring = HoldRing.small();
        private final Label title = new Label();
        private final Label second = new Label();
        private final Label units = new Label();
        private final Label time = new Label();
        private final StackPane chip = new StackPane();
        private final HBox line;

        Cell() {
            title.getStyleClass().add("strong");
            second.getStyleClass().add("caption");
            units.getStyleClass().add("hold-units");
            time.getStyleClass().addAll("hold-time");
            chip.setAlignment(Pos.CENTER_LEFT);
            chip.setMinWidth(150);
            VBox words = new VBox(title, second);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            HBox.setHgrow(words, Priority.ALWAYS);
            time.setMinWidth(Region.USE_PREF_SIZE);
            line = new HBox(14, ring, words, units, chip, time);
            line.getStyleClass().add("hold-line");
            line.setPrefWidth(0);
            setPrefWidth(0);
            cells.add(this);
        }

        @Override
        protected void updateItem(HoldBoard.@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(null);
            setGraphic(empty || row == null ? null : line);
            if (row != null) {
                title.setText(row.title());
                second.setText(Texts.of(row.byShop() ? "holds.by-shop" : "holds.by-counter") + " · " + what(row));
                units.setText(Texts.of("holds.packs", row.units()));
                tick();
            }
        }

        void tick() {
            HoldBoard.Row row = getItem();
            if (row == null) {
                return;
            }
            var left = model.left(row);
            ring.show(left, model.whole(row));
            time.setText(Formats.countdown(left));
            chip.getChildren().setAll(Status.hold(left, model.whole(row)));
            setAccessibleText(title.getText() + ", " + units.getText() + ", "
                    + Objects.toString(chip.getChildren().getFirst().getAccessibleText(), "") + ", " + time.getText());
        }
    }

    static String what(HoldBoard.Row row) {
        return row.items().stream()
                .map(item -> item.quantity() + " × " + item.name())
                .collect(Collectors.joining(", "));
    }
}
