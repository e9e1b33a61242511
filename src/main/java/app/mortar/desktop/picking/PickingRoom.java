package app.mortar.desktop.picking;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.KeyCap;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.ScanField;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Status;
import app.mortar.fulfilment.OrderStatus;
import app.mortar.fulfilment.PickList;
import app.mortar.fulfilment.Picking;
import app.mortar.fulfilment.ToPick;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Pick: the queue at the left, the order in hand at the right, in the order of the shelves. */
public final class PickingRoom implements Room {
    private static final double QUEUE = 300;
    /** In a small window. */
    private static final double NARROW_QUEUE = 240;
    /** The room that the list of one order wants beside the queue. */
    private static final double WORK = 930;

    private final Session session;
    private final PickingViewModel picking;
    private final Paper paper;
    private final ListView<ToPick> queue;
    private final Stated queueStated;
    private final Card queueCard;
    private final ObservableList<PickList.Line> lines = FXCollections.observableArrayList();
    private final Lines<PickList.Line> rows;
    private final Stated work;
    private final Label title = Words.whole("page-title");
    private final HBox chip = new HBox(8);
    private final Label second = new Label();
    private final Label verified = Words.whole("strong");
    private final Label of = Words.whole("muted");
    private final ProgressBar bar = new ProgressBar(0);
    private final ScanField scan;
    private final Press start;
    private final Press packed;
    private final Press dispatch;
    private final ActionBar actions;
    private final Label walk;
    private final Node node;
    private final InvalidationListener online = changed -> enable();
    /** At the window, while this room is shown: the next order is taken wherever the cursor is. */
    private final EventHandler<KeyEvent> keys = this::key;

    /** The next order is on its way: its packs are to be scanned or typed at once. */
    private boolean stepping;

    private boolean selecting;

    public PickingRoom(Session session, Picking desk, Paper paper) {
        this.session = session;
        this.paper = paper;
        this.picking = new PickingViewModel(session, desk);
        queue = new ListView<>(picking.queue().orders());
        queue.setId("queue");
        queue.setAccessibleText(Texts.of("pick.queue"));
        queue.setCellFactory(list -> new QueueCell(session.formats()));
        queueStated = new Stated(queue);
        queueStated.loading(Texts.of("pick.loading"));
        HBox foot = new HBox(10, caption(Texts.of("pick.next-order")), new KeyCap("Ctrl Down"));
        foot.setAlignment(Pos.CENTER_LEFT);
        queueCard = Card.tight(Texts.of("pick.queue"), queueStated).foot(foot).grow();
        VBox left = new VBox(queueCard);
        scan = new ScanField("pick-scan", Texts.of("pick.scan"), Texts.of("pick.scan-hint"), this::typed);
        start = Press.secondary("start", Texts.of("pick.start"), "check2-square", picking::start);
        rows = new Lines<>(lines, PickList.Line::batch, line -> new PickRow(line, session, picking));
        work = new Stated(workContent());
        Card workCard = Card.tight("", work).grow();
        workCard.setMinWidth(0);
        HBox.setHgrow(workCard, Priority.ALWAYS);
        packed = Press.secondary(
                        "packed", Texts.of("pick.finish-packed"), "box-seam", () -> picking.finish(OrderStatus.PACKED))
                .big();
        dispatch = Press.primary("dispatch", Texts.of("pick.finish-dispatch"), "F9", this::post);
        actions = new ActionBar(packed, dispatch);
        walk = actions.sum("walk", Texts.of("pick.shelf-order"));
        Page page = Page.posting(new HBox(16, left, workCard), actions);
        left.minWidthProperty().bind(left.prefWidthProperty());
        left.maxWidthProperty().bind(left.prefWidthProperty());
        left.prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.clamp(page.getWidth() - WORK, NARROW_QUEUE, QUEUE), page.widthProperty()));
        node = page;
        listen();
        show(null);
    }

    private Node workContent() {
        title.setId("order");
        second.getStyleClass().add("muted");
        second.setMinWidth(0);
        chip.setAlignment(Pos.CENTER_LEFT);
        HBox name = new HBox(12, title, chip);
        name.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("thin");
        bar.setPrefWidth(180);
        verified.setId("verified");
        VBox far = new VBox(6, new HBox(6, verified, of), bar);
        far.setAlignment(Pos.CENTER_LEFT);
        Press print = Press.secondary("print", Texts.of("pick.print"), "printer", this::print);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(16, new VBox(4, name, second), gap, far, start, print);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox top = new VBox(
                12, head, scan, new DoubtNote(picking, this::toScan), Words.place("pick-says", picking.says()));
        top.setPadding(new Insets(14, 16, 10, 16));
        return new VBox(top, PickRow.grid().head(), scroll);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private void listen() {
        picking.list().addListener((property, was, is) -> {
            show(is);
            if (stepping && is != null) {
                stepping = false;
                toScan();
            }
        });
        picking.finishing().addListener((property, was, is) -> enable());
        picking.queue().loaded().addListener((property, was, is) -> queue());
        picking.queue().waiting().addListener((property, was, is) -> queue());
        picking.queue().trouble().addListener((property, was, is) -> queue());
        picking.queue().orders().addListener((ListChangeListener<ToPick>) change -> queue());
        session.front().online().addListener(online);
        queue.getSelectionModel().selectedItemProperty().addListener((property, was, is) -> {
            if (is != null && !selecting) {
                picking.open(is.order());
            }
        });
        queue.addEventFilter(javafx.scene.input.ScrollEvent.SCROLL, event -> {
            if (event.getDeltaY() < 0 && picking.queue().hasMore()) {
                picking.queue().more();
            }
        });
    }

    private void queue() {
        var trouble = picking.queue().trouble().get();
        if (trouble != null) {
            queueStated.failed(Texts.of("pick.queue-failed"), trouble.sentence(), picking.queue()::refresh);
            return;
        }
        if (!picking.queue().loaded().get()) {
            return;
        }
        long waiting = picking.queue().waiting().get();
        queueCard.note().setText(Texts.of("pick.queue-count", waiting));
        if (picking.queue().orders().isEmpty()) {
            queueStated.empty("inbox", Texts.of("pick.queue-empty"), Texts.of("pick.queue-empty-why"), null);
        } else {
            queueStated.ready();
        }
        select();
    }

    /** The row of the order in hand is the selected one, wherever it is by now. */
    private void select() {
        PickList list = picking.list().get();
        selecting = true;
        if (list == null) {
            queue.getSelectionModel().clearSelection();
        } else {
            picking.queue().orders().stream()
                    .filter(order -> order.order() == list.order())
                    .findFirst()
                    .ifPresentOrElse(order -> queue.getSelectionModel().select(order), () -> queue.getSelectionModel()
                            .clearSelection());
        }
        selecting = false;
    }

    private void show(@Nullable PickList list) {
        if (list == null) {
            work.empty("check2-square", Texts.of("pick.none"), Texts.of("pick.none-why"), null);
            walk.setText("–");
            enable();
            return;
        }
        work.ready();
        title.setText(Texts.of("pick.order", list.externalRef()));
        chip.getChildren().setAll(Status.order(list.status().name()));
        if (list.stockUpdatedAt() != null) {
            chip.getChildren().add(Status.stockUpdated());
        }
        second.setText(second(list));
        verified.setText(String.valueOf(list.linesVerified()));
        of.setText(Texts.of("pick.verified", list.lines().size()));
        bar.setProgress(
                list.lines().isEmpty()
                        ? 0
                        : (double) list.linesVerified() / list.lines().size());
        start.setVisible(list.status() == OrderStatus.CONFIRMED);
        start.setManaged(start.isVisible());
        lines.setAll(list.lines());
        picking.next().ifPresentOrElse(next -> rows.select(next.batch()), () -> rows.select(null));
        walk.setText(walk(list));
        select();
        enable();
    }

    private String second(PickList list) {
        String who = list.customer().name();
        String when = list.promisedAt() == null
                ? Texts.of("pick.placed", session.formats().dayTime(list.createdAt()))
                : Texts.of("pick.promised", session.formats().dayTime(list.promisedAt()));
        return (who == null ? "" : who + " · ") + Texts.of("pick.channel." + list.channel()) + " · " + when;
    }

    private static String walk(PickList list) {
        var shelves = list.lines().stream()
                .map(PickList.Line::shelf)
                .filter(Objects::nonNull)
                .toList();
        return shelves.isEmpty()
                ? "–"
                : shelves.getFirst().equals(shelves.getLast())
                        ? shelves.getFirst()
                        : shelves.getFirst() + " – " + shelves.getLast();
    }

    private void enable() {
        PickList list = picking.list().get();
        boolean possible = picking.isReady()
                && !picking.finishing().get()
                && session.front().online().get();
        packed.setDisable(!possible || list == null || list.status() == OrderStatus.PACKED);
        dispatch.setDisable(!possible);
        actions.reason().set(picking.reason());
    }

    private void typed(String text) {
        scan.field().clear();
        picking.typed(text);
    }

    private void print() {
        picking.onPaper(list ->
                session.work().run(() -> paper.print(list.text()), printed -> {}, failure -> session.trouble(failure)));
    }

    private void toScan() {
        scan.field().requestFocus();
    }

    private void key(KeyEvent event) {
        boolean down = event.getCode() == KeyCode.DOWN;
        if (event.isShortcutDown() && (down || event.getCode() == KeyCode.UP)) {
            stepping = true;
            picking.step(down ? 1 : -1);
            event.consume();
        }
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void opened(@Nullable Object about) {
        left();
        node.getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        picking.refresh();
        if (about instanceof Long order) {
            picking.open(order);
        }
        Platform.runLater(picking.list().get() == null ? queue::requestFocus : this::toScan);
    }

    @Override
    public void left() {
        if (node.getScene() != null) {
            node.getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    @Override
    public void closed() {
        left();
        session.front().online().removeListener(online);
    }

    @Override
    public void refresh() {
        picking.refresh();
    }

    @Override
    public boolean scanned(Scanned scanned) {
        String before = scan.field().getText();
        if (Typed.isTimes(before)) {
            typed(before);
        }
        picking.scanned(scanned);
        return true;
    }

    @Override
    public void post() {
        if (session.front().online().get()) {
            picking.finish(OrderStatus.DISPATCHED);
        }
    }

    @Override
    public void filter() {
        toScan();
    }

    @Override
    public boolean back() {
        if (picking.doubt().get() != null) {
            picking.clearDoubt();
            toScan();
            return true;
        }
        return false;
    }
}
