package app.mortar.desktop.counter;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Hits;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.goods.Says;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.ScanField;
import app.mortar.desktop.widget.Stated;
import app.mortar.fulfilment.CounterDesk;
import java.time.Instant;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The counter: cart at the left, the hold and the parked sales at the right. */
public final class CounterRoom implements Room {
    private static final double RIGHT = 316;

    private final Session session;
    private final CounterViewModel cart;
    private final Paper paper;
    private final ScanField scan;
    private final Hits hits;
    private final Card cartCard;
    private final Stated stated;
    private final TillPanel till;
    private final ParkedPanel parked;
    private final VBox parking = new VBox();
    private final VBox advice = new VBox();
    private final Label packs = Words.whole("figure-small");
    private final Label toPay = Words.whole("figure");
    private final TextField customer = new TextField();
    private final TextField note = new TextField();
    private final VBox noteBox = named(Texts.of("counter.note"), note);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(Texts.of("counter.new-sale"));
    private final ChangeListener<Instant> beat;
    private final InvalidationListener online = changed -> enable();
    private final Node node;

    public CounterRoom(Session session, CounterDesk desk, Paper paper) {
        this.session = session;
        this.paper = paper;
        this.cart = new CounterViewModel(session, desk);
        scan = new ScanField(
                "counter-scan", Texts.of("counter.scan"), Texts.of("counter.scan-hint"), text -> typed(text));
        hits = new Hits("counter-hits", cart.hits(), session.formats(), this::choose, this::chooseNone);
        till = new TillPanel(session, cart);
        parked = new ParkedPanel(session, cart);
        Lines<CartLine> lines = new Lines<>(
                cart.lines(),
                line -> line.goods().id(),
                line -> new CartRow(line, cart, session.formats(), session.time()::today));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        stated = new Stated(scroll);
        VBox.setVgrow(stated, Priority.ALWAYS);
        VBox content = new VBox(CartRow.grid().head(), stated);
        VBox place = Words.place("counter-says", cart.says());
        place.setPadding(new Insets(8, 16, 12, 16));
        advice.setPadding(new Insets(8, 16, 12, 16));
        content.getChildren().addAll(place, advice);
        cart.says().addListener((property, was, is) -> advise());
        Press park = Press.quiet("park", Texts.of("counter.park"), "telephone", this::park);
        Press clear = Press.quiet("clear", Texts.of("counter.clear"), "trash", cart::clear);
        cartCard = Card.tight(Texts.of("counter.cart"), content)
                .with(park, clear)
                .under(new VBox(8, scan, hits, parking))
                .foot(foot())
                .grow();
        VBox right = new VBox(16, till.card(), parked.card());
        right.setMinWidth(RIGHT);
        right.setPrefWidth(RIGHT);
        right.setMaxWidth(RIGHT);
        cartCard.setMinWidth(0);
        HBox.setHgrow(cartCard, Priority.ALWAYS);
        node = Page.of(new HBox(16, cartCard, right));
        cart.lines().addListener((ListChangeListener<CartLine>) change -> show());
        cart.till().holding().phase().addListener((property, was, is) -> show());
        cart.till().slip().addListener((property, was, is) -> slip(is));
        cart.hits().addListener((ListChangeListener<Object>) change -> {
            if (!cart.hits().isEmpty()) {
                hits.requestFocus();
            }
        });
        session.front().online().addListener(online);
        beat = (property, was, is) -> parked.tick();
        session.time().beat().addListener(beat);
        show();
    }

    private Node foot() {
        customer.setId("customer");
        customer.setAccessibleText(Texts.of("counter.customer"));
        customer.textProperty().bindBidirectional(cart.till().customer());
        note.setId("note");
        note.setAccessibleText(Texts.of("counter.note"));
        note.textProperty().bindBidirectional(cart.till().note());
        note.setPrefColumnCount(16);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        packs.setId("packs");
        toPay.setId("to-pay");
        HBox foot = new HBox(
                16,
                named(Texts.of("counter.customer"), customer),
                noteBox,
                gap,
                figure(Texts.of("counter.packs"), packs),
                figure(Texts.of("counter.to-pay"), toPay));
        foot.setAlignment(Pos.BOTTOM_LEFT);
        foot.setPadding(new Insets(0, 36, 0, 0));
        return foot;
    }

    private static VBox named(String name, TextField field) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, field);
    }

    private static VBox figure(String name, Label figure) {
        Label label = new Label(name);
        label.getStyleClass().add("caption");
        VBox box = new VBox(label, figure);
        box.setAlignment(Pos.BOTTOM_RIGHT);
        return box;
    }

    private void typed(String text) {
        scan.field().clear();
        cart.typed(text);
    }

    private void choose(app.mortar.desktop.goods.Finder.Hit hit) {
        cart.choose(hit);
        toScan();
    }

    private void chooseNone() {
        cart.chooseNone();
        toScan();
    }

    private void toScan() {
        scan.field().requestFocus();
    }

    private void show() {
        boolean empty = cart.lines().isEmpty();
        String number = cart.till().holding().number();
        title.set(number == null ? Texts.of("counter.new-sale") : Texts.of("counter.sale", number));
        cartCard.note()
                .setText(empty ? "" : Texts.of("counter.count", cart.lines().size(), cart.packs()));
        packs.setText(session.formats().number(cart.packs()));
        toPay.setText(session.formats().money(cart.toPay()));
        boolean controlled = cart.lines().stream().anyMatch(line -> line.goods().controlled());
        noteBox.setVisible(controlled);
        noteBox.setManaged(controlled);
        if (!empty) {
            stated.ready();
            cart.till().slip().set(null);
        } else if (cart.till().slip().get() == null) {
            stated.empty("basket", Texts.of("counter.empty"), Texts.of("counter.empty-why"), null);
        }
        till.enable();
        advise();
    }

    private void advise() {
        Says words = cart.says().get() == null ? cart.advice() : null;
        advice.setManaged(words != null);
        advice.getChildren().clear();
        if (words != null) {
            advice.getChildren().add(Words.note("counter-advice", words));
        }
    }

    /** What was handed over last, in the place of the empty cart. */
    private void slip(@Nullable Slip slip) {
        if (slip == null) {
            show();
            return;
        }
        Label text = new Label(slip.text());
        text.setId("slip");
        text.getStyleClass().addAll("code", "slip");
        HBox acts = new HBox(
                8,
                Press.secondary("slip-print", Texts.of("counter.slip-print"), "printer", () -> print(slip)),
                Press.quiet("slip-close", Texts.of("counter.slip-close"), "x", () -> cart.till()
                        .slip()
                        .set(null)));
        acts.setAlignment(Pos.CENTER);
        VBox shown = new VBox(12, text, acts);
        shown.setAlignment(Pos.CENTER);
        stated.empty("receipt", Texts.of("counter.slip", slip.number()), "", shown);
        print(slip);
        toScan();
    }

    private void print(Slip slip) {
        session.work().run(() -> paper.print(slip.text()), printed -> {}, failure -> cart.says()
                .set(Says.warning(Texts.of("counter.print-failed"), Texts.of("counter.print-failed-why"))));
    }

    /** Asks under which name, where the scan field is. */
    private void park() {
        if (cart.lines().isEmpty()) {
            return;
        }
        TextField name = new TextField(cart.till().customer().get());
        name.setId("park-name");
        name.setPromptText(Texts.of("counter.park-name"));
        name.setAccessibleText(Texts.of("counter.park-name"));
        Runnable done = () -> {
            parking.getChildren().clear();
            toScan();
        };
        Runnable act = () -> {
            if (!name.getText().isBlank()) {
                cart.till().park(name.getText());
                done.run();
            }
        };
        name.setOnAction(event -> act.run());
        parking.getChildren()
                .setAll(Note.question("park-question", Texts.of("counter.park-title"), "")
                        .with(name)
                        .answer(Texts.of("counter.park-do"), act)
                        .otherwise(Texts.of("counter.cancel"), done));
        name.requestFocus();
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public ReadOnlyStringProperty note() {
        return title.getReadOnlyProperty();
    }

    @Override
    public void opened(@Nullable Object about) {
        cart.refresh();
        Platform.runLater(this::toScan);
    }

    private void enable() {
        till.enable();
    }

    @Override
    public void closed() {
        session.front().online().removeListener(online);
        session.time().beat().removeListener(beat);
        cart.till().close();
    }

    @Override
    public void refresh() {
        cart.refresh();
    }

    @Override
    public boolean scanned(Scanned scanned) {
        String before = scan.field().getText();
        if (Typed.isTimes(before)) {
            typed(before);
        }
        cart.scanned(scanned);
        return true;
    }

    @Override
    public void post() {
        if (session.front().online().get()) {
            cart.till().post();
        }
    }

    @Override
    public void filter() {
        toScan();
    }

    @Override
    public boolean back() {
        if (!parking.getChildren().isEmpty()) {
            parking.getChildren().clear();
            toScan();
            return true;
        }
        if (!cart.hits().isEmpty()) {
            chooseNone();
            return true;
        }
        return false;
    }
}
