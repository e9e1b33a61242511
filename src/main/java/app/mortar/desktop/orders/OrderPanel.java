package app.mortar.desktop.orders;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.RowAct;
import app.mortar.desktop.widget.Status;
import app.mortar.fulfilment.OrderBoard;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.OrderView;
import app.mortar.reservation.HoldView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The order that is looked at: where it stands, what it takes from which batch, what happened to it, what is next. */
final class OrderPanel {
    private static final double SIDE = 366;

    private final OrdersViewModel model;
    private final Session session;
    private final VBox box = new VBox(12);
    private final VBox acts = new VBox(8);
    private final Label trouble = new Label();
    private final Card card;
    private @Nullable OrderStatus primary;

    OrderPanel(OrdersViewModel model, Session session) {
        this.model = model;
        this.session = session;
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        trouble.getStyleClass().addAll("caption", "bad");
        trouble.setId("orders-trouble");
        trouble.setWrapText(true);
        trouble.textProperty().bind(model.trouble());
        trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
        acts.disableProperty().bind(model.moving().or(session.front().online().not()));
        card = Card.of(Texts.of("orders.one"), new VBox(12, scroll, trouble, acts));
        card.setMinWidth(SIDE);
        card.setPrefWidth(SIDE);
        card.setMaxWidth(SIDE);
        show(null);
        model.detail().addListener((property, old, now) -> show(now));
    }

    Node node() {
        return card;
    }

    /** Puts the cursor on the first act, or on the order when there is none. */
    void focus() {
        if (!acts.getChildren().isEmpty()) {
            acts.getChildren().getFirst().requestFocus();
        }
    }

    /** F9: the next step. */
    void next() {
        if (primary != null && !acts.isDisabled()) {
            take(primary);
        }
    }

    private void show(OrderBoard.@Nullable Detail detail) {
        box.getChildren().clear();
        if (detail == null) {
            Label hint = new Label(Texts.of("orders.choose"));
            hint.getStyleClass().add("muted");
            hint.setWrapText(true);
            box.getChildren().add(hint);
            acts.getChildren().clear();
            return;
        }
        OrderView order = detail.order();
        card.note().setText(order.externalRef());
        HBox chips = new HBox(8, Status.order(order.status().name()));
        if (order.stockUpdatedAt() != null) {
            chips.getChildren().add(Status.stockUpdated());
        }
        box.getChildren().add(chips);
        if (!order.shortages().isEmpty()) {
            box.getChildren()
                    .add(Note.stop("orders-short", Texts.of("orders.is-short"), Texts.of("orders.is-short.second")));
        }
        box.getChildren().add(head("orders.items"));
        order.items().forEach(item -> box.getChildren().add(line(detail, item)));
        box.getChildren().add(head("orders.history"));
        detail.steps().forEach(step -> box.getChildren().add(step(step)));
        offer(detail);
    }

    private static Label head(String name) {
        Label head = new Label(Texts.of(name));
        head.getStyleClass().addAll("caption", "panel-head");
        return head;
    }

    private Node line(OrderBoard.Detail detail, OrderView.Item item) {
        Hyperlink name = new Hyperlink(detail.names().getOrDefault(item.product(), item.sku()));
        name.setOnAction(event -> session.front().go(Place.STOCK, item.product()));
        name.setMaxWidth(270);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label units = new Label(session.formats().number(item.quantity()));
        units.getStyleClass().add("strong");
        units.setMinWidth(Region.USE_PREF_SIZE);
        HBox first = new HBox(8, name, gap, units);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox(2, first);
        for (HoldView.Portion portion : item.allocations()) {
            Label batch = new Label(portion.batchNumber());
            batch.getStyleClass().add("code");
            Label rest = new Label(
                    Texts.of("orders.portion", session.formats().date(portion.expiryDate()), portion.quantity()));
            rest.getStyleClass().add("caption");
            lines.getChildren().add(new HBox(8, batch, rest));
        }
        return lines;
    }

    private Node step(OrderBoard.Step step) {
        Label time = new Label(session.formats().dayTime(step.at()));
        time.getStyleClass().add("caption");
        time.setMinWidth(90);
        Label by = new Label(step.by());
        by.getStyleClass().add("caption");
        Label word = new Label(OrdersViewModel.word(step.status()));
        word.setMinWidth(84);
        HBox line = new HBox(8, time, word, by);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void offer(OrderBoard.Detail detail) {
        List<Node> offered = new ArrayList<>();
        primary = null;
        List<OrderStatus> next = detail.next();
        for (OrderStatus step : next) {
            boolean forward = step.compareTo(OrderStatus.DELIVERED) <= 0;
            if (forward && primary == null) {
                primary = step;
                offered.add(Press.primary(id(step), act(step), "F9", () -> take(step))
                        .wide());
            } else if (!forward) {
                offered.add(Press.quiet(id(step), act(step), null, () -> ask(detail, step)));
            } else if (step == OrderStatus.DISPATCHED || step == OrderStatus.DELIVERED) {
                offered.add(Press.secondary(id(step), act(step), "truck", () -> take(step))
                        .wide());
            }
        }
        acts.getChildren().setAll(offered);
    }

    /** A step in the menu of the list: what is asked for first is asked for in this panel. */
    RowAct<OrderBoard.Row> inMenu(OrderStatus step) {
        return new RowAct<>(
                id(step) + "-row",
                act(step),
                step.compareTo(OrderStatus.DELIVERED) <= 0 ? "arrow-right-circle" : "x-circle",
                row -> mayTake(row, step),
                row -> {
                    OrderBoard.Detail detail = model.detail().get();
                    if (detail != null && step.compareTo(OrderStatus.DELIVERED) > 0) {
                        ask(detail, step);
                    } else {
                        take(step);
                    }
                });
    }

    private boolean mayTake(OrderBoard.Row row, OrderStatus step) {
        OrderBoard.Detail detail = model.detail().get();
        return detail != null
                && detail.order().id() == row.id()
                && !acts.isDisabled()
                && detail.next().contains(step);
    }

    private static String id(OrderStatus step) {
        return "orders-to-" + step.name().toLowerCase(Locale.ROOT);
    }

    private static String act(OrderStatus step) {
        return Texts.of("orders.to." + step.name().toLowerCase(Locale.ROOT));
    }

    private void take(OrderStatus step) {
        model.move(step);
    }

    /** What cannot be gone back on is asked for once, in place. */
    private void ask(OrderBoard.Detail detail, OrderStatus step) {
        String name = step.name().toLowerCase(Locale.ROOT);
        Note note = Note.warning(
                        "orders-ask",
                        Texts.of("orders.ask." + name, detail.order().externalRef()),
                        Texts.of("orders.ask." + name + ".second"))
                .answer(act(step), () -> take(step))
                .otherwise(Texts.of("orders.keep"), () -> offer(detail));
        VBox box = new VBox(note);
        acts.getChildren().setAll(box);
        note.lookupAll(".button").stream().findFirst().ifPresent(Node::requestFocus);
    }
}
