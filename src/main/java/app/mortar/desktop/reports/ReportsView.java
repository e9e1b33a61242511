package app.mortar.desktop.reports;

import app.mortar.desktop.Texts;
import app.mortar.desktop.products.RoundTripModel;
import app.mortar.desktop.products.RoundTripPane;
import app.mortar.desktop.shell.Room;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileDialog;
import app.mortar.desktop.widget.FileOpener;
import app.mortar.desktop.widget.Page;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Toast;
import app.mortar.kernel.Permission;
import app.mortar.report.ReportName;
import app.mortar.report.Reports;
import app.mortar.workbook.WorkbookReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The room Reports: the reports at the left, days, first rows and the way to Excel at the right. */
public final class ReportsView implements Room {
    private final ReportsViewModel model;
    private final Session session;
    private final FileAsk ask;
    private final TabPane lists = new TabPane();
    private final Stated stated = new Stated(lists);
    private final ReportCards cards;
    private final Card preview;
    private final RoundTripPane products;
    private final ActionBar bar;
    private final Page page;

    /**
     * The room.
     *
     * @param workbooks reads products that come back from Excel
     */
    public ReportsView(Session session, Reports reports, WorkbookReader workbooks) {
        this(session, reports, workbooks, new FileDialog());
    }

    ReportsView(Session session, Reports reports, WorkbookReader workbooks, FileAsk ask) {
        this.session = session;
        this.ask = ask;
        this.model = new ReportsViewModel(reports, session.actor(), session.work(), failure -> session.trouble(failure)
                .sentence());
        lists.setId("reports-lists");
        lists.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        model.preview().addListener((property, old, now) -> show(now));
        model.refusal().addListener((property, old, now) -> {
            if (!now.isEmpty()) {
                stated.failed(Texts.of("reports.no-preview"), now, model::look);
            }
        });
        Label about = new Label();
        about.getStyleClass().add("muted");
        about.textProperty().bind(model.name().map(ReportName::about));
        about.setWrapText(true);
        VBox right = new VBox(12, about, days(), stated);
        VBox.setVgrow(stated, Priority.ALWAYS);
        Press list = Press.quiet(
                "reports-write-list", Texts.of("reports.write-list"), "file-earmark-spreadsheet", this::writeChosen);
        list.disableProperty().bind(model.running().or(model.preview().isNull()));
        preview = Card.of(Texts.of("reports.preview"), right).with(list).grow();
        cards = new ReportCards(session.may(Permission.EDIT_PRODUCTS), this::choose);
        products = new RoundTripPane(session, new RoundTripModel(session, workbooks), ask);
        bar = bar();
        StackPane chosen = new StackPane(preview, products.node());
        HBox.setHgrow(chosen, Priority.ALWAYS);
        page = Page.posting(new HBox(16, cards.node(), chosen), bar);
        page.setId("reports");
        cards.select(model.name().get());
    }

    private void choose(@Nullable ReportName name) {
        show(name == null);
        if (name != null) {
            model.name().set(name);
        }
    }

    /** Shows either the chosen report or the products' way out and back. */
    private void show(boolean roundTrip) {
        preview.setVisible(!roundTrip);
        products.node().setVisible(roundTrip);
        page.setBottom(roundTrip ? products.bar() : bar);
    }

    private Node days() {
        HBox days = new HBox(
                12,
                day("reports-from", Texts.of("reports.from"), model.from()),
                day("reports-to", Texts.of("reports.to"), model.to()));
        days.setAlignment(Pos.BOTTOM_LEFT);
        Label period = new Label();
        period.setId("reports-period");
        period.getStyleClass().add("muted");
        period.textProperty().bind(Bindings.createStringBinding(this::period, model.preview()));
        days.getChildren().add(period);
        return days;
    }

    private String period() {
        Reports.Preview seen = model.preview().get();
        if (seen == null) {
            return "";
        }
        return model.name().get().isOfAPeriod()
                ? Texts.of(
                        "reports.period",
                        session.formats().date(seen.period().from()),
                        session.formats().date(seen.period().to()))
                : Texts.of("reports.now");
    }

    private Node day(String id, String title, ObjectProperty<@Nullable LocalDate> value) {
        DatePicker picker = new DatePicker();
        picker.setId(id);
        picker.setAccessibleText(title);
        picker.valueProperty().bindBidirectional(value);
        picker.disableProperty().bind(model.name().map(name -> !name.isOfAPeriod()));
        Label label = new Label(title);
        label.getStyleClass().add("caption");
        label.setLabelFor(picker);
        return new VBox(4, label, picker);
    }

    private ActionBar bar() {
        ProgressBar progress = new ProgressBar();
        progress.setId("reports-progress");
        progress.progressProperty().bind(model.progress());
        progress.visibleProperty().bind(model.running());
        Press cancel = Press.quiet("reports-cancel", Texts.of("reports.cancel"), "x", model::cancel);
        cancel.visibleProperty().bind(model.running());
        Press open = Press.secondary("reports-open", Texts.of("reports.open"), "box-arrow-up-right", this::open);
        open.visibleProperty().bind(model.file().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        Press write = Press.primary("reports-write", Texts.of("reports.write"), "F9", this::post);
        write.disableProperty().bind(model.running());
        ActionBar bar = new ActionBar(progress, cancel, open, write);
        bar.reason().bind(model.result());
        return bar;
    }

    private void show(Reports.@Nullable Preview seen) {
        if (seen == null) {
            return;
        }
        lists.getTabs()
                .setAll(seen.parts().stream()
                        .map(part -> PreviewTab.of(part, session.formats(), () -> write(part.name())))
                        .toList());
        stated.ready();
    }

    private void writeChosen() {
        Reports.Preview seen = model.preview().get();
        int at = lists.getSelectionModel().getSelectedIndex();
        if (seen != null && at >= 0 && at < seen.parts().size()) {
            write(seen.parts().get(at).name());
        }
    }

    private void write(String list) {
        if (!model.running().get()) {
            Path target = ask.toWrite(model.fileName(list));
            if (target != null) {
                model.writeList(list, target);
            }
        }
    }

    private void open() {
        Path file = model.file().get();
        if (file != null) {
            try {
                FileOpener.open(file);
            } catch (UncheckedIOException e) {
                session.front().toast(Toast.warning(Texts.of("reports.cannot-open"), file.toString()));
            }
        }
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void opened(@Nullable Object about) {
        if (about instanceof ReportName name) {
            cards.select(name);
        }
        stated.loading(model.name().get().title());
        model.look();
    }

    @Override
    public void refresh() {
        model.look();
    }

    @Override
    public void post() {
        if (products.node().isVisible()) {
            products.post();
        } else if (!model.running().get()) {
            Path target = ask.toWrite(model.fileName());
            if (target != null) {
                model.write(target);
            }
        }
    }

    /** For tests of the wiring. */
    ReportsViewModel model() {
        return model;
    }
}
