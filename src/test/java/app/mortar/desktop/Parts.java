package app.mortar.desktop;

import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.HoldRing;
import app.mortar.desktop.widget.Note;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.ScanField;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Status;
import app.mortar.desktop.widget.Tiles;
import app.mortar.desktop.widget.Toast;
import app.mortar.desktop.widget.Tone;
import app.mortar.kernel.ExpiryStage;
import java.time.Duration;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Every widget in one room, to look at: {@code Shots parts light FILE}. */
final class Parts implements Room {
    record Row(int number, String name) {}

    final PagedTable<Row> table;
    int posted;
    int closed;
    private final Page page;

    Parts(Session session) {
        table = session.<Row>table(
                        "parts-table",
                        (tx, window) -> new PageSource.Rows<>(
                                IntStream.range(window.offset(), Math.min(50_000, window.offset() + window.limit()))
                                        .mapToObj(i -> new Row(i, "Amoxicillin caps " + i))
                                        .toList(),
                                50_000))
                .columns(
                        Column.node("severity", "Severity", 90, row -> "Out", row -> Status.out()),
                        Column.<Row>text("name", "Product", 240, Row::name)
                                .grows()
                                .sorts(),
                        Column.<Row>code("batch", "Batch", 100, row -> "AMX" + row.number()),
                        Column.<Row>number("on-hand", "On hand", 80, row -> session.formats()
                                        .number(row.number()))
                                .sorts())
                .opens(row -> session.front().toast(Toast.done("Opened " + row.name(), "")));
        Stated stated = new Stated(new HBox());
        stated.empty("inbox", "No orders to pick", "New orders appear here by themselves.", null);
        Stated failed = new Stated(new HBox());
        failed.failed("The list could not be read", "Connection refused by 10.0.0.12:5432.", () -> {});
        HoldRing calm = HoldRing.large("left", "released");
        calm.show(Duration.ofSeconds(761), Duration.ofMinutes(15));
        HoldRing amber = HoldRing.large("left", "released");
        amber.show(Duration.ofSeconds(232), Duration.ofMinutes(15));
        HoldRing red = HoldRing.small();
        red.show(Duration.ofSeconds(41), Duration.ofMinutes(15));
        HoldRing over = HoldRing.small();
        over.show(Duration.ZERO, Duration.ofMinutes(15));
        ComboBox<String> suppliers = new ComboBox<>();
        suppliers.getItems().add("All suppliers");
        suppliers.getSelectionModel().select(0);
        TextField wrong = new TextField("AMX2291");
        wrong.setId("parts-field");
        Press disabled = Press.primary("parts-waiting", "Waiting", "F9", () -> {});
        disabled.setDisable(true);
        HBox tiles = new HBox(
                16,
                new Tiles(
                        tile(Tone.DANGER, "x-octagon-fill", "Stock-outs", "3"),
                        tile(Tone.WARNING, "arrow-down-circle", "Low stock", "14")),
                new Tiles(
                        tile(Tone.DANGER, "x-octagon-fill", "Expired on shelf", "2"),
                        tile(Tone.DANGER, "exclamation-triangle-fill", "Expires ≤ 7 days", "6"),
                        tile(Tone.NEUTRAL, "clock", "≤ 90 days", "58")));
        tiles.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
        Node left = new VBox(
                16,
                tiles,
                Card.of(
                                "Status",
                                new VBox(
                                        8,
                                        new HBox(8, Status.out(), Status.critical(), Status.low(), Status.enough()),
                                        new HBox(
                                                8,
                                                Status.stage(ExpiryStage.EXPIRED),
                                                Status.stage(ExpiryStage.D7),
                                                Status.stage(ExpiryStage.D30),
                                                Status.stage(ExpiryStage.D90),
                                                Status.stockUpdated(),
                                                Status.doesNotAddUp()),
                                        new HBox(
                                                8,
                                                Status.order("CONFIRMED"),
                                                Status.order("PICKING"),
                                                Status.order("DISPATCHED"),
                                                Status.hold(Duration.ofMinutes(14), Duration.ofMinutes(15)),
                                                Status.hold(Duration.ofSeconds(30), Duration.ofMinutes(15)))))
                        .with(Press.quiet("parts-export", "Export to Excel", "file-earmark-spreadsheet", () -> {})),
                Card.table("Batches", table).grow());
        Node right = new VBox(
                16,
                Card.of("Hold", new HBox(20, calm, amber, red, over)),
                Card.of(
                        "Buttons",
                        new VBox(
                                10,
                                new HBox(
                                        12,
                                        Press.primary("parts-post", "Post goods received", "F9", () -> posted++),
                                        disabled),
                                new HBox(
                                        12,
                                        Press.secondary("parts-print", "Print list", "printer", () -> {}),
                                        Press.danger("parts-write-off", "Write off", "F9", () -> {}),
                                        Press.quiet("parts-clear", "Clear filters", "x", () -> {})),
                                new HBox(
                                        12,
                                        new SearchField("parts-search", "Filter by name or GTIN"),
                                        wrong,
                                        suppliers,
                                        new CheckBox("Controlled")),
                                new Segments<>("parts-segments", 17)
                                        .add(17, "All 17")
                                        .add(3, "Out 3")
                                        .add(5, "Critical 5"),
                                new ScanField(
                                        "parts-scan",
                                        "Scan a pack, or search a product",
                                        "3*  then scan = three packs",
                                        text -> {}))),
                Note.question(
                                "parts-note",
                                "Which expiry is printed on the pack?",
                                "On file: 30 Apr 2027, 14 packs on B2-07.")
                        .answer("30 Jun 2027", () -> {})
                        .otherwise("Set aside", () -> {}),
                Note.stop("parts-stop", "Put this one back. Another batch must go first.", "You scanned PCM-2318."),
                Card.of("States", new HBox(8, stated, failed)));
        HBox.setHgrow(left, Priority.ALWAYS);
        ActionBar bar = new ActionBar(
                Press.quiet("parts-discard", "Discard", "trash", () -> {}),
                Press.primary("parts-go", "Post", "F9", this::post));
        bar.sum("parts-lines", "Lines").setText("6");
        bar.reason().set("2 questions open: lines 3 and 4");
        page = Page.posting(new HBox(16, left, right), bar);
    }

    private static Tiles.Tile tile(Tone tone, String icon, String title, String figure) {
        Tiles.Tile tile = new Tiles.Tile("tile-" + title.hashCode(), tone, icon, title, () -> {});
        tile.figure().set(figure);
        tile.second().set("5 critical");
        return tile;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(Object about) {
        table.refresh();
    }

    @Override
    public void refresh() {
        table.refresh();
    }

    @Override
    public void closed() {
        closed++;
    }

    @Override
    public void post() {
        posted++;
    }
}
