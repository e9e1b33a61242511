package app.mortar.desktop.expiry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.expiry.ExpiryViewModel.Shown;
import app.mortar.desktop.shell.Chosen;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileDialog;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Status;
import app.mortar.desktop.widget.Tiles;
import app.mortar.desktop.widget.Tone;
import app.mortar.expiry.ShortLived;
import app.mortar.expiry.WillNotSell;
import app.mortar.kernel.ExpiryStage;
import app.mortar.kernel.Permission;
import app.mortar.report.ClaimSheet;
import app.mortar.report.ReportName;
import app.mortar.workbook.Cover;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Expiry &amp; Waste: figures on top, one list at a time, and at the right what can be done about it. */
public final class ExpiryView implements Room {
    private final Session session;
    private final ExpiryViewModel model;
    private final PagedTable<ShortLived.Row> batches;
    private final ForecastTable forecast;
    private final WastePane waste;
    private final Page page;
    private final Chosen<Shown> lastTime;
    private boolean begun;

    /**
     * The room.
     *
     * @param claims what goes to a supplier with a return
     */
    public ExpiryView(Session session, ClaimSheet claims) {
        this(session, claims, new FileDialog());
    }

    ExpiryView(Session session, ClaimSheet claims, FileAsk ask) {
        this.session = session;
        this.model = new ExpiryViewModel(new ExpiryViewModel.Around(
                session.transactions(),
                session.actor(),
                session.work(),
                claims,
                failure -> session.trouble(failure).sentence(),
                session.front()::changed));
        batches = batches();
        forecast = new ForecastTable(model, session);
        waste = new WastePane(model, session, ask);
        StackPane lists = new StackPane(batches, forecast.node(), waste.node());
        VBox.setVgrow(lists, Priority.ALWAYS);
        Card list = Card.table(Texts.of("expiry.list"), lists)
                .with(exports())
                .under(segments())
                .grow();
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox columns = new HBox(16, list);
        if (model.disposal().writesOff() || model.disposal().sendsBack()) {
            columns.getChildren().add(new ActsCard(model, ask).node());
        }
        VBox.setVgrow(columns, Priority.ALWAYS);
        page = Page.of(new VBox(16, figures(), columns));
        page.setId("expiry");
        model.shown().addListener((property, old, now) -> show(now));
        lastTime = session.remembered("expiry", model.shown(), Shown.class, now -> now);
        model.version().addListener((property, old, now) -> reload());
        show(model.shown().get());
    }

    /** The list that is shown goes out; the whole report beside it, for whoever may see reports. */
    private Node exports() {
        Node lists = new StackPane(
                shownWith(batches, session.export(batches, Texts.of("expiry.list-title"), this::narrowed)),
                shownWith(forecast.node(), session.export(forecast.list(), Texts.of("expiry.shown-forecast"))),
                shownWith(waste.node(), session.export(waste.list(), Texts.of("expiry.shown-waste"))));
        HBox all = new HBox(4);
        all.setAlignment(Pos.CENTER_RIGHT);
        if (session.may(Permission.SEE_REPORTS)) {
            all.getChildren()
                    .add(Press.quiet(
                            "expiry-report", Texts.of("expiry.report"), "file-earmark-bar-graph", () -> session.front()
                                    .go(Place.REPORTS, ReportName.EXPIRY_WASTE)));
        }
        all.getChildren().add(lists);
        return all;
    }

    private static Node shownWith(Node list, Node button) {
        button.visibleProperty().bind(list.visibleProperty());
        return button;
    }

    private List<Cover.Fact> narrowed() {
        return List.of(Cover.Fact.text(
                Texts.of("expiry.col-stage"),
                Texts.of("expiry.shown-" + model.shown().get().name().toLowerCase(Locale.ROOT))));
    }

    private static String stage(ShortLived.Row row) {
        return row.recalled()
                ? Texts.of("status.recalled")
                : row.stage() == ExpiryStage.NONE
                        ? ""
                        : Texts.of("status." + row.stage().name().toLowerCase(Locale.ROOT));
    }

    private void show(Shown shown) {
        batches.setVisible(shown.which() != null);
        forecast.node().setVisible(shown == Shown.FORECAST);
        waste.node().setVisible(shown == Shown.WASTE);
    }

    private void reload() {
        if (model.shown().get() == Shown.WASTE) {
            waste.reload();
        } else if (model.shown().get().which() != null) {
            batches.reload();
        }
    }

    private Segments<Shown> segments() {
        Segments<Shown> segments = new Segments<>("expiry-lists", Shown.EXPIRED);
        for (Shown shown : Shown.values()) {
            segments.add(shown, Texts.of("expiry.shown-" + shown.name().toLowerCase(Locale.ROOT)));
        }
        segments.value().bindBidirectional(model.shown());
        return segments;
    }

    private Tiles figures() {
        Tiles.Tile loss = new Tiles.Tile(
                "expiry-forecast", Tone.WARNING, "graph-down", Texts.of("expiry.will-not-sell"), () -> model.shown()
                        .set(Shown.FORECAST));
        loss.figure().bind(told(this::loss, "–"));
        loss.second()
                .bind(told(
                        figures ->
                                Texts.of("expiry.unknown-use", figures.outlook().unknown()),
                        ""));
        return new Tiles(
                tile(Shown.EXPIRED, Tone.DANGER, "x-octagon-fill"),
                tile(Shown.D7, Tone.DANGER, "exclamation-triangle-fill"),
                tile(Shown.D30, Tone.WARNING, "clock"),
                tile(Shown.D90, Tone.NEUTRAL, "clock"),
                loss);
    }

    /** What the figures say, once there are any. */
    private ObservableValue<String> told(Function<ExpiryViewModel.Figures, String> words, String otherwise) {
        return model.figures()
                .map(figures -> figures == null ? otherwise : words.apply(figures))
                .orElse(otherwise);
    }

    private String loss(ExpiryViewModel.Figures figures) {
        return session.formats()
                .money(figures.outlook().rows().stream()
                        .map(WillNotSell.Row::loss)
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private Tiles.Tile tile(Shown shown, Tone tone, String icon) {
        String word = shown.name().toLowerCase(Locale.ROOT);
        ShortLived.Which which = Objects.requireNonNull(shown.which());
        Tiles.Tile tile =
                new Tiles.Tile("expiry-tile-" + word, tone, icon, Texts.of("expiry.shown-" + word), () -> model.shown()
                        .set(shown));
        tile.figure()
                .bind(told(
                        figures -> session.formats().number(sum(figures, which).batches()), "–"));
        tile.second()
                .bind(told(
                        figures -> Texts.of(
                                "expiry.units-worth",
                                session.formats().number(sum(figures, which).units()),
                                session.formats().money(sum(figures, which).worth())),
                        ""));
        return tile;
    }

    private static ShortLived.Sum sum(ExpiryViewModel.Figures figures, ShortLived.Which which) {
        return figures.sums().getOrDefault(which, new ShortLived.Sum(0, 0, BigDecimal.ZERO));
    }

    private PagedTable<ShortLived.Row> batches() {
        Formats formats = session.formats();
        PagedTable<ShortLived.Row> table = session.table("expiry-batches", model::batches);
        table.columns(
                        Column.<ShortLived.Row>text(
                                        "product", Texts.of("expiry.col-product"), 200, ShortLived.Row::product)
                                .grows(),
                        Column.code("batch", Texts.of("expiry.col-batch"), 92, ShortLived.Row::batchNumber),
                        Column.day("expiry", Texts.of("expiry.col-expiry"), 98, formats, ShortLived.Row::expiryDate),
                        Column.node(
                                "stage",
                                Texts.of("expiry.col-stage"),
                                104,
                                ExpiryView::stage,
                                row -> row.recalled() ? Status.recalled() : Status.stage(row.stage())),
                        Column.whole("units", Texts.of("expiry.col-units"), 66, formats, ShortLived.Row::units)
                                .summed(),
                        Column.money("value", Texts.of("expiry.col-value"), 96, formats, ShortLived.Row::worth)
                                .summed(),
                        Column.code(
                                "shelf",
                                Texts.of("expiry.col-shelf"),
                                84,
                                row -> row.shelf() == null ? Formats.NONE : row.shelf()))
                .keyed(row -> row.sku() + " " + row.batchNumber() + " " + row.expiryDate())
                .whenEmpty(stated ->
                        stated.empty("check-circle", Texts.of("expiry.none"), Texts.of("expiry.none-why"), null));
        table.table().getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>)
                change -> model.disposal().chosen().setAll(table.selected()));
        return table;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        model.load();
        if (begun) {
            reload();
        } else {
            lastTime.again(this::reload);
        }
        begun = true;
    }

    @Override
    public void refresh() {
        model.load();
        batches.refresh();
    }

    @Override
    public void post() {
        if (model.disposal().writesOff() && !model.acting().get()) {
            model.disposal().writeOff();
        }
    }
}
