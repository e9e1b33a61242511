package app.mortar.desktop.recall;

import app.mortar.desktop.Texts;
import app.mortar.desktop.recall.RecallModel.Served;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Rows;
import app.mortar.desktop.widget.Status;
import app.mortar.desktop.widget.Tone;
import app.mortar.gs1.Scan;
import app.mortar.recall.RecallSearch.Found;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Recall: the list at the left, where its batches are at the right, and below it whom to call. */
public final class RecallView implements Room {
    private final RecallModel model;
    private final TextArea numbers = new TextArea();
    private final Rows<Found> found;
    private final Page page;

    public RecallView(Session session) {
        this.model = new RecallModel(session);
        this.found = found(session.formats());
        Rows<Served> served = served(session.formats());
        session.remember(found.name(), found.arrangement());
        session.remember(served.name(), served.arrangement());
        Card where = Card.table(Texts.of("recall.where"), found)
                .with(session.export(found, Texts.of("recall.where")))
                .grow();
        Card whom =
                Card.table(Texts.of("recall.served"), served).with(session.export(served, Texts.of("recall.served")));
        whom.setMinHeight(200);
        whom.visibleProperty().bind(Bindings.isNotEmpty(model.served()));
        whom.managedProperty().bind(whom.visibleProperty());
        VBox right = new VBox(16, where, whom);
        HBox.setHgrow(right, Priority.ALWAYS);
        page = Page.posting(new HBox(16, list(), right), bar());
        page.setId("recall");
    }

    private Node list() {
        numbers.setId("recall-numbers");
        numbers.setPromptText(Texts.of("recall.numbers"));
        numbers.setAccessibleText(Texts.of("recall.numbers"));
        numbers.textProperty().bindBidirectional(model.numbers());
        numbers.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveWithTab);
        VBox.setVgrow(numbers, Priority.ALWAYS);
        Press look = Press.secondary("recall-look", Texts.of("recall.look"), "search", model::look)
                .wide();
        look.disableProperty().bind(model.numbers().map(String::isBlank));
        TextField note = new TextField();
        note.setId("recall-note");
        note.setAccessibleText(Texts.of("recall.note"));
        note.setPromptText(Texts.of("recall.note"));
        note.textProperty().bindBidirectional(model.note());
        Label how = new Label(Texts.of("recall.how"));
        how.setWrapText(true);
        how.getStyleClass().add("caption");
        Card card = Card.of(Texts.of("recall.list"), new VBox(10, how, numbers, look, note))
                .grow();
        card.setPrefWidth(280);
        card.setMinWidth(260);
        return card;
    }

    /** Tab goes on to the next control, as everywhere; a pasted one stays. */
    private void leaveWithTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            numbers.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }

    private Rows<Found> found(Formats formats) {
        Rows<Found> table = new Rows<Found>("recall-found")
                .columns(
                        Column.<Found>text("product", Texts.of("recall.col-product"), 200, Found::product)
                                .grows(),
                        Column.<Found>code("sku", Texts.of("recall.col-sku"), 110, Found::sku),
                        Column.<Found>code("batch", Texts.of("recall.col-batch"), 100, Found::batchNumber),
                        Column.<Found>day("expiry", Texts.of("recall.col-expiry"), 98, formats, Found::expiryDate),
                        Column.<Found>whole("here", Texts.of("recall.col-here"), 76, formats, Found::onShelf)
                                .summed(),
                        Column.<Found>whole("promised", Texts.of("recall.col-promised"), 80, formats, Found::promised)
                                .summed(),
                        Column.<Found>whole("out", Texts.of("recall.col-out"), 110, formats, Found::withCustomers)
                                .summed(),
                        Column.<Found>node(
                                "state", Texts.of("recall.col-state"), 110, RecallView::state, RecallView::chip));
        table.follow(model.found(), Texts.of("recall.none"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        return table;
    }

    private static String state(Found batch) {
        return Texts.of(batch.recalled() ? "status.recalled" : "recall.on-sale");
    }

    private static Chip chip(Found batch) {
        return batch.recalled() ? Status.recalled() : new Chip(Tone.PLAIN, "circle", state(batch));
    }

    private Rows<Served> served(Formats formats) {
        return new Rows<Served>("recall-served")
                .columns(
                        Column.<Served>code("order", Texts.of("recall.col-order"), 160, Served::order)
                                .grows(),
                        Column.<Served>code("sku", Texts.of("recall.col-sku"), 110, Served::sku),
                        Column.<Served>code("batch", Texts.of("recall.col-batch"), 100, Served::batchNumber),
                        Column.<Served>whole("units", Texts.of("recall.col-units"), 80, formats, Served::units)
                                .summed())
                .follow(model.served(), Texts.of("recall.none"));
    }

    private ActionBar bar() {
        Press act = Press.danger("recall-act", Texts.of("recall.act"), "F9", this::post)
                .big();
        act.disableProperty().bind(Bindings.isEmpty(model.found()).or(model.acting()));
        ActionBar bar = new ActionBar(act);
        bar.reason().bind(model.said());
        return bar;
    }

    /** The selected batches, or all that are still on sale. */
    private List<Found> chosen() {
        List<Found> selected = found.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .<Found>map(Objects::requireNonNull)
                .toList();
        return selected.isEmpty()
                ? model.found().stream().filter(batch -> !batch.recalled()).toList()
                : selected;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        numbers.requestFocus();
    }

    @Override
    public boolean scanned(Scanned scan) {
        if (scan.read() instanceof Scan.Read read) {
            model.scanned(read);
            return true;
        }
        return false;
    }

    @Override
    public void post() {
        model.recall(chosen());
    }
}
