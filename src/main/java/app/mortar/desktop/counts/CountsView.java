package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.count.Scope;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Tiles;
import app.mortar.desktop.widget.Tone;
import app.mortar.gs1.Scan;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Counts: rounds at the left, the blind sheet in the middle, decisions at the right for whoever may. */
public final class CountsView implements Room {
    private final CountsViewModel model;
    private final Session session;
    private final PagedTable<Rounds.ToCount> sheet;
    private final TextField units = new TextField();
    private final Page page;

    public CountsView(Session session) {
        this.session = session;
        this.model = new CountsViewModel(new CountsViewModel.Around(
                session.transactions(),
                session.actor(),
                session.work(),
                failure -> session.trouble(failure).sentence(),
                session.front()::changed));
        this.sheet = sheet();
        VBox left = new VBox(16, rounds());
        left.setPrefWidth(270);
        left.setMinWidth(270);
        Card counting =
                Card.table(Texts.of("counts.sheet"), new VBox(sheet, entry())).grow();
        VBox.setVgrow(sheet, Priority.ALWAYS);
        HBox.setHgrow(counting, Priority.ALWAYS);
        HBox columns = new HBox(16, left, counting);
        if (model.decides()) {
            DecisionsCard decisions = new DecisionsCard(model, session.formats());
            columns.getChildren().add(decisions.node());
        }
        VBox.setVgrow(columns, Priority.ALWAYS);
        page = Page.posting(new VBox(16, figures(), columns), bar());
        page.setId("counts");
        model.version().addListener((property, old, now) -> sheet.reload());
        sheet.chosen().addListener((property, old, now) -> {
            if (now != null) {
                model.batch().set(now);
            }
        });
    }

    private Tiles figures() {
        Tiles.Tile byUnits =
                new Tiles.Tile("counts-accuracy", Tone.ACCENT, "bullseye", Texts.of("counts.accuracy"), model::load);
        byUnits.second().set(Texts.of("counts.target"));
        byUnits.figure().bind(model.accuracy().map(accuracy -> session.formats().percent(rate(accuracy.ofUnits()))));
        Tiles.Tile byLines =
                new Tiles.Tile("counts-lines", Tone.NEUTRAL, "list-check", Texts.of("counts.by-lines"), model::load);
        byLines.figure().bind(model.accuracy().map(accuracy -> session.formats().percent(rate(accuracy.ofLines()))));
        byLines.second()
                .bind(model.accuracy().map(accuracy -> Texts.of("counts.lines", accuracy.lines(), accuracy.exact())));
        return new Tiles(byUnits, byLines);
    }

    private static @Nullable Double rate(@Nullable BigDecimal rate) {
        return rate == null ? null : (Double) rate.doubleValue();
    }

    private Node rounds() {
        ListView<Rounds.Overview> list = new ListView<>(model.known());
        list.setId("counts-rounds");
        list.setAccessibleText(Texts.of("counts.rounds"));
        list.setPlaceholder(new Label(Texts.of("counts.no-rounds")));
        list.setCellFactory(self -> new RoundCell());
        list.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                model.round().set(now);
            }
        });
        model.round().addListener((property, old, now) -> {
            if (now != null) {
                model.known().stream()
                        .filter(one -> one.round().id() == now.round().id())
                        .findFirst()
                        .ifPresent(one -> list.getSelectionModel().select(one));
            }
        });
        VBox inside = new VBox(10, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        if (model.decides()) {
            inside.getChildren().add(begin());
        }
        return Card.of(Texts.of("counts.rounds"), inside).grow();
    }

    private Node begin() {
        TextField where = new TextField();
        where.setId("counts-where");
        where.setPromptText(Texts.of("counts.where"));
        where.setAccessibleText(Texts.of("counts.where"));
        Press shelf = Press.secondary("counts-begin-shelf", Texts.of("counts.shelf"), null, () -> {
            String word = where.getText().strip();
            model.begin(Texts.of("counts.title-shelf", word), new Scope.OfShelf(word));
        });
        Press category = Press.secondary("counts-begin-category", Texts.of("counts.category"), null, () -> {
            String word = where.getText().strip();
            model.begin(word, new Scope.OfCategory(word));
        });
        shelf.disableProperty().bind(where.textProperty().map(String::isBlank));
        category.disableProperty().bind(where.textProperty().map(String::isBlank));
        Press ten = Press.secondary(
                        "counts-begin-ten",
                        Texts.of("counts.todays-ten"),
                        "stars",
                        () -> model.begin(
                                Texts.of(
                                        "counts.title-ten",
                                        session.formats().date(session.time().today())),
                                Scope.TODAYS_TEN))
                .wide();
        return new VBox(8, ten, where, new HBox(8, shelf, category));
    }

    private final class RoundCell extends ListCell<Rounds.Overview> {
        @Override
        protected void updateItem(Rounds.@Nullable Overview item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(item.round().title());
            title.getStyleClass().add("strong");
            String state = item.round().isOpen()
                    ? Texts.of("counts.open", item.counted())
                    : Texts.of(
                            "counts.ended",
                            session.formats().percent(rate(item.accuracy().ofUnits())));
            Label second = new Label(session.formats().dayTime(item.round().startedAt()) + "  ·  " + state);
            second.getStyleClass().add("caption");
            VBox lines = new VBox(2, title, second);
            lines.getStyleClass().add("round-lines");
            setGraphic(lines);
        }
    }

    private PagedTable<Rounds.ToCount> sheet() {
        PagedTable<Rounds.ToCount> table = session.<Rounds.ToCount>table(
                "counts-sheet",
                (tx, window) ->
                        new PageSource.Rows<>(model.sheet(tx, window.offset(), window.limit()), model.sheetSize(tx)));
        return table.columns(
                        Column.code(
                                "shelf",
                                Texts.of("counts.col-shelf"),
                                58,
                                row -> row.shelf() == null ? "–" : row.shelf()),
                        Column.<Rounds.ToCount>text(
                                        "product", Texts.of("counts.col-product"), 120, Rounds.ToCount::product)
                                .grows(),
                        Column.code("batch", Texts.of("counts.col-batch"), 76, Rounds.ToCount::batchNumber),
                        Column.text("expiry", Texts.of("counts.col-expiry"), 96, row -> session.formats()
                                .date(row.expiryDate())),
                        Column.node("state", Texts.of("counts.col-state"), 112, CountsView::state, CountsView::chip))
                .keyed(row -> row.sku() + " " + row.batchNumber() + " " + row.expiryDate())
                .opens(row -> units.requestFocus())
                .whenEmpty(stated ->
                        stated.empty("ui-checks", Texts.of("counts.no-sheet"), Texts.of("counts.no-sheet-why"), null));
    }

    private static String state(Rounds.ToCount row) {
        return row.again()
                ? Texts.of("counts.again")
                : row.countedBy() == null ? Texts.of("counts.open-batch") : row.countedBy();
    }

    private static Chip chip(Rounds.ToCount row) {
        return row.again()
                ? new Chip(Tone.WARNING, "arrow-repeat", state(row))
                : row.countedBy() == null
                        ? new Chip(Tone.PLAIN, "circle", state(row))
                        : new Chip(Tone.SUCCESS, "check", firstWord(state(row)));
    }

    /** Enough to know a colleague by. */
    private static String firstWord(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 ? name : name.substring(0, blank);
    }

    private Node entry() {
        Label which = new Label();
        which.setId("counts-which");
        which.getStyleClass().add("strong");
        which.textProperty().bind(model.batch().map(CountsView::named).orElse(Texts.of("counts.choose")));
        HBox.setHgrow(which, Priority.ALWAYS);
        which.setMaxWidth(Double.MAX_VALUE);
        units.setId("counts-units");
        units.setPromptText(Texts.of("counts.units"));
        units.setAccessibleText(Texts.of("counts.units"));
        units.setPrefColumnCount(7);
        units.textProperty().bindBidirectional(model.units());
        units.setOnAction(event -> model.enter());
        units.disableProperty().bind(model.batch().isNull());
        Press again = Press.secondary("counts-again", Texts.of("counts.replace"), null, model::enterAgain);
        again.visibleProperty().bind(model.countedBefore());
        again.managedProperty().bind(again.visibleProperty());
        HBox line = new HBox(12, which, units, again);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("count-entry");
        return line;
    }

    private static String named(Rounds.@Nullable ToCount batch) {
        return batch == null ? "" : batch.product() + ", " + batch.batchNumber();
    }

    private ActionBar bar() {
        Press enter = Press.primary("counts-enter", Texts.of("counts.enter"), "F9", model::enter);
        enter.disableProperty().bind(model.batch().isNull().or(model.acting()));
        ActionBar bar = new ActionBar(enter);
        bar.reason().bind(model.said());
        return bar;
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        model.load();
        sheet.reload();
    }

    @Override
    public void refresh() {
        model.load();
        sheet.refresh();
    }

    @Override
    public boolean scanned(Scanned scan) {
        if (scan.read() instanceof Scan.Read read
                && read.gtin() != null
                && model.round().get() != null) {
            model.scanned(read);
            units.requestFocus();
            return true;
        }
        return false;
    }

    @Override
    public void post() {
        model.enter();
    }
}
