package app.mortar.desktop.receiving;

import app.mortar.desktop.Texts;
import app.mortar.desktop.goods.Hits;
import app.mortar.desktop.goods.LabelPaper;
import app.mortar.desktop.goods.Lines;
import app.mortar.desktop.goods.Paper;
import app.mortar.desktop.goods.Typed;
import app.mortar.desktop.goods.Words;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.ScanField;
import app.mortar.desktop.widget.Stated;
import app.mortar.gs1.Element;
import app.mortar.gs1.Scan;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Receive: the delivery note, its lines, the questions they leave open, one key to post it. */
public final class ReceivingRoom implements Room {
    private final Session session;
    private final ReceivingViewModel delivery;
    private final ScanField scan;
    private final Hits hits;
    private final HBox lastScan = new HBox(8);
    private final Label saved = Words.whole("caption");
    private final Stated stated;
    private final Lines<ReceiptLine> lines;
    private final Press post;
    private final Press discard;
    private final ActionBar bar;
    private final Label lineCount;
    private final Label packs;
    private final Label value;
    private final Node node;
    private final InvalidationListener online = changed -> enable();

    public ReceivingRoom(Session session) {
        this(session, Paper.ofThisMachine(), LabelPaper.ofThisMachine());
    }

    ReceivingRoom(Session session, Paper paper, LabelPaper labels) {
        this.session = session;
        this.delivery = new ReceivingViewModel(session);
        scan = new ScanField("receive-scan", Texts.of("receive.scan"), Texts.of("receive.scan-hint"), this::typed);
        hits = new Hits(
                "receive-hits",
                delivery.hits(),
                session.formats(),
                hit -> {
                    delivery.choose(hit);
                    toScan();
                },
                () -> {
                    delivery.chooseNone();
                    toScan();
                });
        lines = new Lines<>(
                delivery.lines().all(),
                ReceiptLine::key,
                line -> new ReceiptRow(line, session, delivery, this::cursor));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        stated = new Stated(scroll);
        VBox.setVgrow(stated, Priority.ALWAYS);
        VBox place = Words.place("receive-says", delivery.says());
        NoteBar note = new NoteBar(session, new NotePapers(session, paper, labels));
        delivery.posting().booked().addListener((property, was, is) -> note.show(is));
        lastScan.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(12, head(), scan, hits, lastScan, place, note);
        top.setPadding(new Insets(14, 16, 10, 16));
        VBox content = new VBox(top, ReceiptRow.grid().head(), stated);
        discard = Press.quiet("discard", Texts.of("receive.discard"), "trash", delivery::discard);
        post = Press.primary("post", Texts.of("receive.post"), "F9", this::post);
        bar = new ActionBar(discard, post);
        lineCount = bar.sum("receive-lines", Texts.of("receive.lines"));
        packs = bar.sum("receive-packs", Texts.of("receive.packs"));
        value = bar.sum("receive-value", Texts.of("receive.value"));
        node = Page.posting(Card.tight("", content).grow(), bar);
        delivery.lines().all().addListener((ListChangeListener<ReceiptLine>) change -> show());
        delivery.document().addListener((property, was, is) -> enable());
        delivery.saved().addListener((property, was, is) -> saved(is));
        delivery.lastScan().addListener((property, was, is) -> scan(is));
        delivery.posting().running().addListener((property, was, is) -> enable());
        session.front().online().addListener(online);
        delivery.hits().addListener((ListChangeListener<Object>) change -> {
            if (!delivery.hits().isEmpty()) {
                hits.requestFocus();
            }
        });
        saved(null);
        scan((Scanned) null);
        show();
    }

    private Node head() {
        ComboBox<String> supplier = new ComboBox<>(delivery.suppliers());
        supplier.setId("supplier");
        supplier.setEditable(true);
        supplier.setPrefWidth(230);
        supplier.setAccessibleText(Texts.of("receive.supplier"));
        supplier.getEditor().textProperty().bindBidirectional(delivery.supplier());
        TextField document = new TextField();
        document.setId("document");
        document.setAccessibleText(Texts.of("receive.document"));
        document.setPrefColumnCount(11);
        document.textProperty().bindBidirectional(delivery.document());
        Label day = Words.whole("strong");
        day.setText(session.formats().date(session.time().today()));
        day.setMinHeight(32);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                12,
                named(Texts.of("receive.supplier"), supplier),
                named(Texts.of("receive.document"), document),
                named(Texts.of("receive.received-on"), day),
                gap,
                saved);
        head.setAlignment(Pos.BOTTOM_LEFT);
        return head;
    }

    private static VBox named(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().add("field-label");
        return new VBox(4, label, field);
    }

    private void typed(String text) {
        scan.field().clear();
        delivery.typed(text);
    }

    private void toScan() {
        scan.field().requestFocus();
    }

    /** Somebody who types is not disturbed; a question is entered only from the scan field, when nothing stands in it. */
    private void cursor(Optional<Node> question) {
        Scene scene = node.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        if (question.isEmpty()) {
            toScan();
        } else if (scan.field().equals(owner) && scan.field().getText().isEmpty()) {
            Words.enter(question.get());
        }
    }

    private void show() {
        if (delivery.lines().isEmpty()) {
            stated.empty("box-arrow-in-down", Texts.of("receive.empty"), Texts.of("receive.empty-why"), null);
        } else {
            stated.ready();
        }
        lineCount.setText(session.formats().number(delivery.lines().all().size()));
        packs.setText(session.formats().number(delivery.lines().packs()));
        value.setText(session.formats().money(delivery.lines().value()));
        lines.show();
        lines.select(
                delivery.lines().isEmpty()
                        ? null
                        : delivery.lines().all().getLast().key());
        enable();
    }

    private void enable() {
        boolean busy = delivery.posting().running().get();
        boolean offline = !session.front().online().get();
        String reason = delivery.posting().reason();
        bar.reason().set(reason);
        post.setDisable(busy || offline || !reason.isEmpty());
        discard.setDisable(busy || delivery.lines().isEmpty());
    }

    private void saved(@Nullable Instant at) {
        saved.setText(
                at == null ? "" : Texts.of("receive.saved", session.formats().time(at)));
        saved.setGraphic(at == null ? null : Icon.of("cloud-check", 13, "muted"));
    }

    /** What the last code said, element by element. */
    private void scan(@Nullable Scanned scanned) {
        lastScan.getChildren().clear();
        lastScan.setManaged(scanned != null && scanned.read() instanceof Scan.Read);
        if (scanned == null || !(scanned.read() instanceof Scan.Read read)) {
            return;
        }
        Label caption = Words.whole("caption");
        caption.setText(Texts.of("receive.last-scan"));
        lastScan.getChildren().add(caption);
        for (Element element : read.elements()) {
            Label code = Words.whole("muted");
            code.setText(element.ai().code());
            Label said = Words.whole("code");
            said.setText(element.value());
            HBox piece = new HBox(6, code, said);
            piece.getStyleClass().add("element");
            lastScan.getChildren().add(piece);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label separator = Words.whole("caption");
        separator.setText(Texts.of(scanned.separated() ? "receive.separator" : "receive.no-separator"));
        if (scanned.separated()) {
            separator.setGraphic(Icon.of("check", 13, "success"));
        }
        lastScan.getChildren().addAll(gap, separator);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void opened(@Nullable Object about) {
        delivery.open();
        Platform.runLater(this::toScan);
    }

    @Override
    public void closed() {
        session.front().online().removeListener(online);
    }

    @Override
    public void refresh() {
        lines.show();
        enable();
    }

    @Override
    public boolean scanned(Scanned scanned) {
        String before = scan.field().getText();
        if (Typed.isTimes(before)) {
            typed(before);
        }
        delivery.scanned(scanned);
        return true;
    }

    /** F9. What is still in a field counts: the cursor leaves it first. */
    @Override
    public void post() {
        if (session.front().online().get()) {
            node.requestFocus();
            delivery.posting().post();
            toScan();
        }
    }

    @Override
    public void filter() {
        toScan();
    }

    @Override
    public boolean back() {
        if (!delivery.hits().isEmpty()) {
            delivery.chooseNone();
            toScan();
            return true;
        }
        return false;
    }
}
