package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Scanned;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileDialog;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.PageSource;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Tiles;
import app.mortar.desktop.widget.Tone;
import app.mortar.desktop.widget.TwoLines;
import app.mortar.gs1.Scan;
import app.mortar.report.Field;
import app.mortar.workbook.WorkbookReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Counts: rounds at the left, the blind sheet in the middle, decisions at the right for whoever may. */
public final class CountsView implements Room {
    private static final double HALF = 340;

    private final CountsViewModel model;
    private final Session session;
    private final PagedTable<Rounds.ToCount> sheet;
    private final TextField units = new TextField();
    private final Page page;

    /**
     * The room.
     *
     * @param workbooks reads filled sheets
     */
    public CountsView(Session session, WorkbookReader workbooks) {
        this(session, workbooks, new FileDialog());
    }

    CountsView(Session session, WorkbookReader workbooks, FileAsk ask) {
        this.session = session;
        this.model = new CountsViewModel(new CountsViewModel.Around(
                session.transactions(),
                session.actor(),
                session.work(),
                workbooks,
                failure -> session.trouble(failure).sentence(),
                session.front()::changed));
        this.sheet = sheet();
        VBox left =
                new VBox(16, new RoundsCard(model, session).node(), new AccuracyCard(model, session.formats()).node());
        left.setPrefWidth(270);
        left.setMinWidth(270);
        SheetActs acts = new SheetActs(model, ask);
        Card counting = Card.table(Texts.of("counts.sheet"), new VBox(sheet, entry()))
                .with(acts.files())
                .grow();
        VBox.setVgrow(sheet, Priority.ALWAYS);
        half(counting);
        HBox columns = new HBox(16, left, counting);
        if (model.decides()) {
            columns.getChildren().add(half(new DecisionsCard(model.decisions(), session).node()));
        }
        VBox.setVgrow(columns, Priority.ALWAYS);
        page = Page.posting(new VBox(16, figures(), columns), bar(acts));
        page.setId("counts");
        model.version().addListener((property, old, now) -> sheet.reload());
        sheet.chosen().addListener((property, old, now) -> {
            if (now != null) {
                model.counting().batch().set(now);
            }
        });
    }

    /** The sheet and the decisions share what the left leaves. */
    private static Card half(Card card) {
        card.setPrefWidth(HALF);
        card.setMinWidth(HALF);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
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

    static @Nullable Double rate(@Nullable BigDecimal rate) {
        return rate == null ? null : (Double) rate.doubleValue();
    }

    private PagedTable<Rounds.ToCount> sheet() {
        PagedTable<Rounds.ToCount> table = session.<Rounds.ToCount>table(
                "counts-sheet",
                (tx, window) -> new PageSource.Rows<>(
                        model.counting().sheet(tx, window.offset(), window.limit()),
                        model.counting().sheetSize(tx)));
        return table.tall()
                .columns(
                        Column.<Rounds.ToCount>twoLines(
                                        "batch",
                                        Texts.of("counts.col-product"),
                                        200,
                                        Rounds.ToCount::product,
                                        this::where)
                                .unfolded(
                                        Field.text(Texts.of("counts.col-shelf"), 12, Rounds.ToCount::shelf),
                                        Field.text(Texts.of("counts.col-product"), 42, Rounds.ToCount::product),
                                        Field.text(Texts.of("counts.col-batch"), 20, Rounds.ToCount::batchNumber),
                                        Field.day(Texts.of("counts.col-expiry"), Rounds.ToCount::expiryDate))
                                .grows(),
                        Column.node("state", Texts.of("counts.col-state"), 116, CountsView::state, CountsView::chip))
                .keyed(row -> row.sku() + " " + row.batchNumber() + " " + row.expiryDate())
                .opens(row -> units.requestFocus())
                .whenEmpty(stated -> {
                    if (model.isRead()) {
                        stated.empty("ui-checks", Texts.of("counts.no-sheet"), Texts.of("counts.no-sheet-why"), null);
                    } else {
                        stated.loading(Texts.of("counts.reading"));
                    }
                });
    }

    /** What somebody looks for on the way along the shelves: the place first, then the batch. */
    private String where(Rounds.ToCount row) {
        String batch = batch(row.batchNumber(), row.expiryDate(), session.formats());
        return row.shelf() == null ? batch : row.shelf() + " · " + batch;
    }

    static String batch(String number, @Nullable LocalDate expiry, Formats formats) {
        return expiry == null ? number : number + " · " + formats.date(expiry);
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
        TwoLines which = new TwoLines(Texts.of("counts.choose"), "");
        which.setId("counts-which");
        HBox.setHgrow(which, Priority.ALWAYS);
        model.counting().batch().addListener((property, old, now) -> {
            if (now == null) {
                which.say(Texts.of("counts.choose"), "");
            } else {
                which.say(now.product(), where(now));
            }
        });
        units.setId("counts-units");
        units.setPromptText(Texts.of("counts.units"));
        units.setAccessibleText(Texts.of("counts.units"));
        units.setPrefColumnCount(7);
        units.textProperty().bindBidirectional(model.counting().units());
        units.setOnAction(event -> model.counting().enter());
        units.disableProperty().bind(model.counting().batch().isNull());
        Press again = Press.secondary("counts-again", Texts.of("counts.replace"), null, model.counting()::enterAgain);
        again.visibleProperty().bind(model.counting().countedBefore());
        again.managedProperty().bind(again.visibleProperty());
        HBox line = new HBox(12, which, units, again);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("count-entry");
        return line;
    }

    private ActionBar bar(SheetActs acts) {
        Press enter = Press.primary("counts-enter", Texts.of("counts.enter"), "F9", model.counting()::enter);
        enter.disableProperty().bind(model.counting().batch().isNull().or(model.acting()));
        Press[] presses = Arrays.copyOf(acts.answers(), acts.answers().length + 1);
        presses[presses.length - 1] = enter;
        ActionBar bar = new ActionBar(presses);
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
            model.counting().scanned(read);
            units.requestFocus();
            return true;
        }
        return false;
    }

    @Override
    public void post() {
        model.counting().enter();
    }
}
