package app.mortar.desktop.dashboard;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Place;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.PagedTable;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.RowAct;
import app.mortar.desktop.widget.SearchField;
import app.mortar.desktop.widget.Segments;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Status;
import app.mortar.expiry.Outlook;
import app.mortar.expiry.OutlookFilter;
import app.mortar.expiry.Severity;
import app.mortar.expiry.StockOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The widget "Low Stock": what is below its minimum, how long it lasts, what to order; with its filters. */
public final class LowStockCard {
    private final DashboardViewModel model;
    private final Session session;
    private final PagedTable<Outlook> table;
    private final SearchField words;
    private final ComboBox<String> categories;
    private final ComboBox<String> suppliers;
    private final Segments<Set<Severity>> severities;
    private final Card card;
    private int products = -1;

    LowStockCard(DashboardViewModel model, Session session) {
        this.model = model;
        this.session = session;
        table = table();
        words = new SearchField("low-search", Texts.of("dashboard.low.search"));
        words.setPrefWidth(190);
        words.setMinWidth(120);
        categories = choice(
                "low-category",
                "dashboard.all-categories",
                one -> narrow(model.filter().get().category(one)));
        suppliers = choice(
                "low-supplier",
                "dashboard.all-suppliers",
                one -> narrow(model.filter().get().supplier(one)));
        severities = new Segments<Set<Severity>>("low-severity", OutlookFilter.SHORT)
                .add(OutlookFilter.SHORT, Texts.of("dashboard.low.all", 0))
                .add(Set.of(Severity.OUT), Texts.of("dashboard.low.out", 0))
                .add(Set.of(Severity.CRITICAL), Texts.of("dashboard.low.critical", 0))
                .add(Set.of(Severity.LOW), Texts.of("dashboard.low.low", 0));
        severities.value().addListener((property, old, now) -> model.show(now));
        words.words()
                .addListener((property, old, now) -> narrow(model.filter().get().words(now)));
        HBox filters = new HBox(8, words, categories, suppliers, severities);
        HBox.setHgrow(words, Priority.ALWAYS);
        card = Card.table(Texts.of("dashboard.low"), table);
        if (model.acknowledges()) {
            card.with(acknowledge());
        }
        card.with(session.export(
                        table,
                        Texts.of("dashboard.low"),
                        () -> Narrowed.by(model.filter().get())))
                .under(filters)
                .grow();
        model.counts().addListener((property, old, now) -> count(now));
        model.filter().addListener((property, old, now) -> show(now));
    }

    Card card() {
        return card;
    }

    private void narrow(OutlookFilter filter) {
        if (!filter.equals(model.filter().get())) {
            model.filter().set(filter);
        }
    }

    private void show(OutlookFilter now) {
        String typed = now.words() == null ? "" : now.words();
        if (!words.words().get().equals(typed)) {
            words.look(typed);
        }
        Set<Severity> wanted = now.severities();
        severities.value().set(wanted);
        select(categories, now.category());
        select(suppliers, now.supplier());
        table.reload();
    }

    /** Chooses this one, or all; what is not offered yet is offered from now on. */
    public static void select(ComboBox<String> box, @Nullable String choice) {
        if (choice != null && !box.getItems().contains(choice)) {
            box.getItems().add(choice);
        }
        if (choice == null) {
            box.getSelectionModel().select(0);
        } else {
            box.getSelectionModel().select(choice);
        }
    }

    private void count(StockOutlook.Counts now) {
        severities.name(OutlookFilter.SHORT, Texts.of("dashboard.low.all", now.all()));
        severities.name(Set.of(Severity.OUT), Texts.of("dashboard.low.out", now.out()));
        severities.name(Set.of(Severity.CRITICAL), Texts.of("dashboard.low.critical", now.critical()));
        severities.name(Set.of(Severity.LOW), Texts.of("dashboard.low.low", now.low()));
    }

    /** What changed everywhere: the note in the head, what the filters offer. */
    void show(DashboardViewModel.Figures now) {
        card.note().setText(Texts.of("dashboard.low.note", now.low().all(), now.products()));
        if (products != now.products()) {
            products = now.products();
            table.refresh();
        }
        offer(categories, "dashboard.all-categories", now.choices().categories());
        offer(suppliers, "dashboard.all-suppliers", now.choices().suppliers());
    }

    private void nothing(Stated stated) {
        if (products == 0) {
            stated.empty(
                    "box-arrow-in-down",
                    Texts.of("dashboard.low.no-products"),
                    Texts.of("dashboard.low.no-products.second"),
                    Press.secondary(
                            "low-receive", Texts.of("place.receive"), Place.RECEIVE.icon(), () -> session.front()
                                    .go(Place.RECEIVE, null)));
        } else {
            stated.empty(
                    "check2-circle",
                    Texts.of("dashboard.low.none"),
                    Texts.of(
                            model.filter().get().equals(OutlookFilter.LOW)
                                    ? "dashboard.low.none.second"
                                    : "dashboard.low.none.filtered"),
                    null);
        }
    }

    void refresh() {
        table.refresh();
    }

    void reload() {
        table.reload();
    }

    void focusFilter() {
        words.focus();
    }

    /** A choice of one value or all; the first item stands for all. */
    public static ComboBox<String> choice(String id, String all, Consumer<@Nullable String> chosen) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setAccessibleText(Texts.of(all));
        box.getItems().add(Texts.of(all));
        box.getSelectionModel().select(0);
        box.setMinWidth(110);
        box.setPrefWidth(150);
        box.getSelectionModel().selectedIndexProperty().addListener((property, old, now) -> {
            if (now.intValue() >= 0) {
                chosen.accept(now.intValue() == 0 ? null : box.getItems().get(now.intValue()));
            }
        });
        return box;
    }

    /** Offers these besides all; what is chosen stays chosen. */
    public static void offer(ComboBox<String> box, String all, List<String> choices) {
        List<String> items = new ArrayList<>(choices);
        items.addFirst(Texts.of(all));
        String chosen = box.getSelectionModel().getSelectedItem();
        if (!box.getItems().equals(items)) {
            if (chosen != null && !items.contains(chosen)) {
                items.add(chosen);
            }
            int at = chosen == null ? 0 : items.indexOf(chosen);
            // what is chosen is moved, not chosen anew
            box.getItems().setAll(items);
            box.getSelectionModel().select(at);
        }
    }

    private PagedTable<Outlook> table() {
        Formats formats = session.formats();
        PagedTable<Outlook> made = session.<Outlook>table("low-table", model::low)
                .columns(
                        Column.<Outlook>node(
                                        "low-severity",
                                        Texts.of("dashboard.low.severity"),
                                        92,
                                        row -> word(row.severity()),
                                        row -> chip(row.severity()))
                                .sorts(),
                        Column.<Outlook>text("low-name", Texts.of("dashboard.low.product"), 220, Outlook::name)
                                .grows()
                                .sorts(),
                        Column.<Outlook>whole("low-on-hand", Texts.of("stock.on-hand"), 72, formats, Outlook::onHand)
                                .summed()
                                .sorts(),
                        Column.<Outlook>whole("low-usable", Texts.of("stock.usable"), 64, formats, Outlook::usable)
                                .styledBy(row -> row.severity() == Severity.OUT ? "zero" : null)
                                .summed()
                                .sorts(),
                        Column.<Outlook>whole("low-minimum", Texts.of("stock.minimum"), 78, formats, Outlook::minimum)
                                .sorts(),
                        Column.<Outlook>number("low-cover", Texts.of("dashboard.low.days"), 78, LowStockCard::cover)
                                .decimal(LowStockCard::days)
                                .sorts(),
                        Column.<Outlook>number("low-runs-out", Texts.of("dashboard.low.runs-out"), 92, this::runsOut)
                                .days(row -> row.runsOut(session.time().today())),
                        Column.<Outlook>whole(
                                        "low-suggested",
                                        Texts.of("dashboard.low.suggested"),
                                        76,
                                        formats,
                                        Outlook::suggestedOrder)
                                .styled("strong")
                                .summed()
                                .sorts())
                .keyed(Outlook::id)
                .opens(row -> session.front().go(Place.STOCK, row.id()))
                .reading(Texts.of("dashboard.low.reading"))
                .whenEmpty(this::nothing);
        if (model.acknowledges()) {
            made.acts(RowAct.of(
                    "low-acknowledge-row", Texts.of("alerts.acknowledge"), "check2", row -> model.acknowledge(row)));
        }
        return made;
    }

    /** Takes note of the chosen shortage, so that nobody is told of it again until it gets worse. */
    private Press acknowledge() {
        Press press = Press.quiet("low-acknowledge", Texts.of("alerts.acknowledge"), "check2", () -> {
            Outlook row = table.chosen().get();
            if (row != null) {
                model.acknowledge(row);
            }
        });
        press.disableProperty().bind(table.chosen().isNull().or(table.total().isEqualTo(0)));
        return press;
    }

    /** The word on the chip of a severity; empty where there is nothing to say. */
    public static String word(Severity severity) {
        return severity == Severity.UNWATCHED
                ? ""
                : Texts.of("status." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** The chip of a severity; null where there is nothing to say. */
    public static @Nullable Chip chip(Severity severity) {
        return switch (severity) {
            case OUT -> Status.out();
            case CRITICAL -> Status.critical();
            case LOW -> Status.low();
            case ENOUGH -> Status.enough();
            case UNWATCHED -> null;
        };
    }

    private static @Nullable Double days(Outlook row) {
        return row.usable() <= 0 || row.cover().isEmpty()
                ? null
                : (Double) row.cover().getAsDouble();
    }

    /** {@code 5.1}; an en dash where nothing is left or nobody can tell. */
    public static String cover(Outlook row) {
        Double days = days(row);
        return days == null ? Formats.NONE : String.format(Locale.ROOT, "%.1f", days);
    }

    private String runsOut(Outlook row) {
        LocalDate day = row.runsOut(session.time().today());
        if (day == null) {
            return Formats.NONE;
        }
        return day.equals(session.time().today())
                ? Texts.of("dashboard.today")
                : session.formats().weekday(day);
    }
}
