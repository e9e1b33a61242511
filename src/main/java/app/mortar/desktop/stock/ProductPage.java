package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.dashboard.LowStockCard;
import app.mortar.desktop.goods.Labels;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.RowAct;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Stated;
import app.mortar.kernel.Permission;
import app.mortar.kernel.ProductId;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One product: its head with the acts, why its number is what it is, its batches, its curve and its ledger. */
final class ProductPage {
    private final ProductViewModel model;
    private final Session session;
    private final Labels labels;
    private final Label name = new Label();
    private final StackPane chip = new StackPane();
    private final Label second = new Label();
    private final WhyCard why;
    private final BatchesCard batches;
    private final LedgerCard ledger;
    private final StockChart chart;
    private final StackPane form = new StackPane();
    private final Stated stated;
    private final ReadOnlyStringWrapper category = new ReadOnlyStringWrapper("");
    private @Nullable ActForm open;

    ProductPage(Session session, Runnable back, Labels labels) {
        this.session = session;
        this.labels = labels;
        model = new ProductViewModel(session);
        why = new WhyCard(model, session.formats());
        batches = new BatchesCard(model, session);
        ledger = new LedgerCard(model, session);
        chart = new StockChart(session.formats());
        Segments<Integer> days = new Segments<>("stock-days", 28)
                .add(28, Texts.of("stock.days", 28))
                .add(90, Texts.of("stock.days", 90))
                .add(365, Texts.of("stock.year"));
        days.value().bindBidirectional(model.days());
        Card curve = Card.of(Texts.of("stock.over-time"), chart).with(days).grow();
        curve.note().setText(Texts.of("stock.over-time.note"));
        VBox left = new VBox(16, batches.card(), curve);
        Card right = ledger.card();
        HBox below = new HBox(16, left, right);
        // halves, whatever the tables would like
        left.setPrefWidth(10);
        right.setPrefWidth(10);
        left.setMinWidth(0);
        right.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        form.setManaged(false);
        VBox all = new VBox(16, head(back), form, why.card(), below);
        all.setId("product-page");
        stated = new Stated(all);
        model.sight().addListener((property, old, now) -> show(old, now));
        model.trouble().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                stated.failed(Texts.of("stock.failed"), now, model::refresh);
            }
        });
    }

    private Node head(Runnable back) {
        name.getStyleClass().add("page-title");
        name.setId("product-name");
        second.getStyleClass().add("muted");
        HBox first = new HBox(10, name, chip);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(4, first, second);
        words.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox acts = new HBox(12);
        acts.setMinWidth(Region.USE_PREF_SIZE);
        acts.setAlignment(Pos.CENTER_RIGHT);
        aboutBatch(acts, Permission.WRITE_OFF, "write-off", "trash", () -> WriteOffForm.of(model, batches.chosen()));
        aboutBatch(
                acts,
                Permission.QUARANTINE,
                "quarantine",
                "shield-exclamation",
                () -> QuarantineForm.of(model, batches.chosen()));
        aboutBatch(acts, Permission.RECALL, "recall", "megaphone", () -> RecallForm.of(model, batches.chosen()));
        if (session.may(Permission.RECEIVE)) {
            batches.act(RowAct.of(
                    "batch-labels",
                    Texts.of("stock.act.labels"),
                    "upc",
                    row -> begin(() -> LabelsForm.of(model, labels, batches.chosen()))));
        }
        offer(acts, Permission.EDIT_PRODUCTS, "edit", "pencil", () -> EditForm.of(model));
        Press list = Press.icon("product-back", "arrow-left", Texts.of("stock.back"), back);
        HBox head = new HBox(12, list, words, gap, acts);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** The same in the menu of the batches. */
    private void aboutBatch(
            HBox acts, Permission permission, String act, String icon, Supplier<@Nullable ActForm> make) {
        offer(acts, permission, act, icon, make);
        if (session.may(permission)) {
            batches.act(RowAct.of("batch-" + act, Texts.of("stock.act." + act), icon, row -> begin(make)));
        }
    }

    /** What a role may not do is not shown; the desk refuses it as well. */
    private void offer(HBox acts, Permission permission, String act, String icon, Supplier<@Nullable ActForm> make) {
        if (session.may(permission)) {
            acts.getChildren()
                    .add(Press.secondary("product-" + act, Texts.of("stock.act." + act), icon, () -> begin(make)));
        }
    }

    private void begin(Supplier<@Nullable ActForm> make) {
        ActForm made = make.get();
        if (made != null) {
            model.newNote();
            open(made);
        }
    }

    private void open(ActForm made) {
        open = made;
        made.whenDone(this::closeForm);
        form.getChildren().setAll(made.card());
        form.setManaged(true);
        made.focus();
    }

    private void closeForm() {
        open = null;
        form.getChildren().clear();
        form.setManaged(false);
    }

    Node node() {
        return stated;
    }

    /** The category of what is looked at, for the top bar. */
    ReadOnlyStringProperty category() {
        return category.getReadOnlyProperty();
    }

    void look(ProductId id) {
        closeForm();
        stated.loading(Texts.of("stock.reading.one"));
        model.look(id);
    }

    void refresh() {
        model.refresh();
        ledger.refresh();
    }

    /** Closes the form that is open, if one is. */
    boolean back() {
        boolean was = open != null;
        closeForm();
        return was;
    }

    void post() {
        if (open != null) {
            open.post();
        }
    }

    private void show(ProductViewModel.@Nullable Sight before, ProductViewModel.@Nullable Sight now) {
        if (now == null) {
            return;
        }
        var row = now.outlook();
        name.setText(row.name());
        chip.getChildren().clear();
        var severity = LowStockCard.chip(row.severity());
        if (severity != null) {
            chip.getChildren().add(severity);
        }
        var said = now.product().asForm();
        second.setText(Stream.of(
                        said.gtin() == null
                                ? said.sku()
                                : Texts.of("stock.gtin", said.gtin().digits()),
                        row.category(),
                        row.supplier(),
                        row.shelf() == null ? null : Texts.of("stock.on-shelf", row.shelf()),
                        Texts.of("stock.minimum-of", session.formats().number(row.minimum())))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("    ")));
        category.set(row.category() == null ? "" : row.category());
        why.show(now);
        batches.show(now);
        chart.show(now.levels(), row.minimum());
        if (before == null) {
            ledger.reload();
        }
        ledger.show(now);
        stated.ready();
    }
}
