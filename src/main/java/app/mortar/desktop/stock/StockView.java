package app.mortar.desktop.stock;

import app.mortar.desktop.Texts;
import app.mortar.desktop.dashboard.LowStockCard;
import app.mortar.desktop.dashboard.Narrowed;
import app.mortar.desktop.goods.LabelPaper;
import app.mortar.desktop.goods.Labels;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Segments;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.Severity;
import app.mortar.kernel.ProductId;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Products with what is there of them; Enter opens one, Esc goes back to the list. */
public final class StockView implements Room {
    private static final Set<Severity> OUT = Set.of(Severity.OUT);
    private static final Set<Severity> CRITICAL_OR_LOW = EnumSet.of(Severity.CRITICAL, Severity.LOW);

    /** What the segments choose: severities, or a number of days. */
    private record Choice(
            Set<Severity> severities, @Nullable Integer days) {}

    private static final Choice ALL = new Choice(Set.of(), null);

    private final StockListModel model;
    private final ProductPage product;
    private final Session session;
    private final PagedTable<Outlook> table;
    private final SearchField words = new SearchField("stock-search", Texts.of("stock.search"));
    private final ComboBox<String> categories;
    private final ComboBox<String> suppliers;
    private final Segments<Choice> choice = new Segments<>("stock-choice", ALL)
            .add(ALL, Texts.of("stock.all"))
            .add(new Choice(OUT, null), Texts.of("status.out"))
            .add(new Choice(CRITICAL_OR_LOW, null), Texts.of("status.low"))
            .add(new Choice(Set.of(), 0), Texts.of("status.expired"))
            .add(new Choice(Set.of(), 7), Texts.of("status.d7"))
            .add(new Choice(Set.of(), 30), Texts.of("status.d30"))
            .add(new Choice(Set.of(), 90), Texts.of("status.d90"));
    private final StackPane both = new StackPane();
    private final Node list;
    private final Page page;
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private boolean begun;

    public StockView(Session session) {
        this(session, LabelPaper.ofThisMachine());
    }

    StockView(Session session, LabelPaper labels) {
        this.session = session;
        model = new StockListModel(session);
        product = new ProductPage(session, this::showList, new Labels(session, labels));
        table = table();
        words.setPrefWidth(220);
        words.setMinWidth(120);
        categories = LowStockCard.choice(
                "stock-category",
                "dashboard.all-categories",
                one -> narrow(model.filter().get().category(one)));
        suppliers = LowStockCard.choice(
                "stock-supplier",
                "dashboard.all-suppliers",
                one -> narrow(model.filter().get().supplier(one)));
        words.words()
                .addListener((property, old, now) -> narrow(model.filter().get().words(now)));
        choice.value()
                .addListener((property, old, now) ->
                        narrow(model.filter().get().severities(now.severities()).expiringWithin(now.days())));
        HBox filters = new HBox(8, words, categories, suppliers, choice);
        HBox.setHgrow(words, Priority.ALWAYS);
        Card card = Card.table(Texts.of("stock.products"), table)
                .with(session.export(
                        table,
                        Texts.of("stock.products"),
                        () -> Narrowed.by(model.filter().get())))
                .under(filters);
        card.note().textProperty().bind(table.total().map(total -> Texts.of("stock.note", total)));
        list = card;
        both.getChildren().add(list);
        page = Page.of(both);
        model.filter().addListener((property, old, now) -> show(now));
        model.choices().addListener((property, old, now) -> {
            LowStockCard.offer(categories, "dashboard.all-categories", now.categories());
            LowStockCard.offer(suppliers, "dashboard.all-suppliers", now.suppliers());
        });
        product.category().addListener((property, old, now) -> note.set(showsProduct() ? now : ""));
    }

    private void narrow(OutlookFilter filter) {
        if (!filter.equals(model.filter().get())) {
            model.filter().set(filter);
        }
    }

    private void show(OutlookFilter now) {
        String typed = Objects.requireNonNullElse(now.words(), "");
        if (!words.words().get().equals(typed)) {
            words.look(typed);
        }
        LowStockCard.select(categories, now.category());
        LowStockCard.select(suppliers, now.supplier());
        choice.value().set(new Choice(now.severities(), now.expiringWithin()));
        table.reload();
    }

    private PagedTable<Outlook> table() {
        Formats formats = session.formats();
        return session.<Outlook>table("stock-table", model::list)
                .columns(
                        Column.<Outlook>node(
                                "stock-severity",
                                Texts.of("stock.state"),
                                92,
                                row -> LowStockCard.word(row.severity()),
                                row -> LowStockCard.chip(row.severity())),
                        Column.<Outlook>code("stock-sku", Texts.of("stock.sku"), 106, Outlook::sku)
                                .sorts(),
                        Column.<Outlook>text("stock-name", Texts.of("stock.product"), 240, Outlook::name)
                                .grows()
                                .sorts(),
                        Column.<Outlook>text(
                                        "stock-category",
                                        Texts.of("stock.category"),
                                        168,
                                        row -> orNone(row.category()))
                                .sorts(),
                        Column.<Outlook>code("stock-shelf", Texts.of("stock.shelf"), 80, row -> orNone(row.shelf()))
                                .sorts(),
                        Column.<Outlook>whole("stock-on-hand", Texts.of("stock.on-hand"), 74, formats, Outlook::onHand)
                                .summed()
                                .sorts(),
                        Column.<Outlook>whole("stock-held", Texts.of("stock.held"), 54, formats, Outlook::held)
                                .summed()
                                .sorts(),
                        Column.<Outlook>whole("stock-usable", Texts.of("stock.usable"), 66, formats, Outlook::usable)
                                .styled("strong")
                                .styledBy(row -> row.severity() == Severity.OUT ? "zero" : null)
                                .summed()
                                .sorts(),
                        Column.<Outlook>whole("stock-minimum", Texts.of("stock.minimum"), 78, formats, Outlook::minimum)
                                .sorts(),
                        Column.<Outlook>money("stock-worth", Texts.of("stock.worth"), 104, formats, Outlook::worth)
                                .summed()
                                .sorts())
                .keyed(Outlook::id)
                .opens(row -> showProduct(row.id()))
                .reading(Texts.of("stock.reading"))
                .whenEmpty(stated ->
                        stated.empty("box-seam", Texts.of("stock.none"), Texts.of("stock.none.second"), null));
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, Formats.NONE);
    }

    private boolean showsProduct() {
        return both.getChildren().contains(product.node());
    }

    private void showProduct(ProductId id) {
        both.getChildren().setAll(product.node());
        product.look(id);
    }

    private void showList() {
        both.getChildren().setAll(list);
        note.set("");
        table.refresh();
        table.table().requestFocus();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    @Override
    public void opened(@Nullable Object about) {
        boolean first = !begun;
        begun = true;
        if (first) {
            model.start();
        }
        switch (about) {
            case ProductId id -> {
                if (first) {
                    table.reload();
                }
                showProduct(id);
            }
            case OutlookFilter filter -> {
                both.getChildren().setAll(list);
                note.set("");
                narrow(filter);
                if (first && filter.equals(OutlookFilter.ALL)) {
                    table.reload();
                }
            }
            case null, default -> {
                if (first) {
                    model.resume(table::reload);
                } else {
                    refresh();
                }
            }
        }
    }

    @Override
    public void refresh() {
        if (showsProduct()) {
            product.refresh();
        } else {
            table.refresh();
        }
    }

    @Override
    public boolean back() {
        if (!showsProduct()) {
            return false;
        }
        if (!product.back()) {
            showList();
        }
        return true;
    }

    @Override
    public void filter() {
        if (!showsProduct()) {
            words.focus();
        }
    }

    @Override
    public void post() {
        if (showsProduct()) {
            product.post();
        }
    }
}
