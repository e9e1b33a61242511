package app.mortar.desktop.products;

import app.mortar.desktop.Texts;
import app.mortar.desktop.products.RoundTripModel.Difference;
import app.mortar.desktop.products.RoundTripModel.Step;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileOpener;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Tone;
import app.mortar.intake.Fault;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Products out to Excel and back: the ways out and in, what a list would change or what is wrong with it, and Apply. */
public final class RoundTripPane {
    private final RoundTripModel model;
    private final FileAsk ask;
    private final TableView<Difference> differences;
    private final TableView<Fault> faults;
    private final Stated stated;
    private final Card card;
    private final ActionBar bar;

    public RoundTripPane(RoundTripModel model, FileAsk ask) {
        this.model = model;
        this.ask = ask;
        this.differences = differences(model);
        this.faults = faults(model);
        this.stated = new Stated(new StackPane(differences, faults));
        this.card =
                Card.table(Texts.of("products.title"), stated).with(out(), in()).grow();
        this.bar = acts();
        model.step().addListener((property, old, now) -> show(now));
        show(model.step().get());
    }

    private void show(Step step) {
        differences.setVisible(step != Step.FAULTS);
        faults.setVisible(step == Step.FAULTS);
        if (step == Step.BEGIN) {
            stated.empty("file-earmark-spreadsheet", Texts.of("products.none"), Texts.of("products.none-why"), null);
        } else {
            stated.ready();
        }
    }

    private Press out() {
        Press out = Press.secondary("products-export", Texts.of("products.export"), "box-arrow-up-right", () -> {
            Path target = ask.toWrite(model.exportName());
            if (target != null) {
                model.export(target);
            }
        });
        out.disableProperty().bind(model.acting());
        return out;
    }

    private Press in() {
        Press in = Press.secondary("products-import", Texts.of("products.import"), "box-arrow-in-down", () -> {
            Path list = ask.toRead();
            if (list != null) {
                model.look(list);
            }
        });
        in.disableProperty().bind(model.acting());
        return in;
    }

    private ActionBar acts() {
        Press open = only(
                Press.secondary("products-open", Texts.of("products.open"), "box-arrow-up-right", this::open),
                model.written().map(file -> true).orElse(false));
        Press leave = only(
                Press.secondary("products-leave-out", Texts.of("products.leave-out"), null, model::leaveOut),
                model.step().map(step -> step == Step.MEANWHILE));
        Press back = only(
                Press.secondary("products-give-back", Texts.of("products.give-back"), "chat-left-text", this::giveBack),
                model.step().map(step -> step == Step.FAULTS));
        Press apply = Press.primary("products-apply", Texts.of("products.apply"), "F9", model::apply);
        apply.disableProperty().bind(model.step().isNotEqualTo(Step.DIFFERENCES).or(model.acting()));
        ActionBar made = new ActionBar(open, leave, back, apply);
        made.reason().bind(model.said());
        return made;
    }

    private static Press only(Press press, ObservableValue<Boolean> when) {
        press.visibleProperty().bind(when);
        press.managedProperty().bind(press.visibleProperty());
        return press;
    }

    private void giveBack() {
        Path target = ask.toWrite(model.givenBackName());
        if (target != null) {
            model.giveBack(target);
        }
    }

    private void open() {
        Path file = model.written().get();
        if (file != null) {
            try {
                FileOpener.open(file);
            } catch (UncheckedIOException e) {
                model.cannotOpen(file);
            }
        }
    }

    private static TableView<Difference> differences(RoundTripModel model) {
        TableView<Difference> table = table("products-differences");
        table.setItems(model.differences());
        table.getColumns().add(column("products.col-row", 56, "right", (Difference row) -> String.valueOf(row.row())));
        table.getColumns().add(column("products.col-sku", 110, "code", Difference::sku));
        table.getColumns().add(column("products.col-what", 130, "", Difference::heading));
        table.getColumns().add(column("products.col-before", 200, "muted", Difference::before));
        table.getColumns().add(column("products.col-after", 200, "strong", Difference::after));
        TableColumn<Difference, Difference> state = new TableColumn<>(Texts.of("products.col-state"));
        state.setSortable(false);
        state.setPrefWidth(170);
        state.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        state.setCellFactory(self -> new State());
        table.getColumns().add(state);
        return table;
    }

    private static TableView<Fault> faults(RoundTripModel model) {
        TableView<Fault> table = table("products-faults");
        table.setItems(model.faults());
        table.getColumns().add(column("products.col-cell", 64, "code", Fault::cell));
        table.getColumns().add(column("products.col-value", 130, "", Fault::value));
        table.getColumns().add(column("products.col-mend", 640, "", Fault::sentence));
        return table;
    }

    private static <T> TableView<T> table(String id) {
        TableView<T> table = new TableView<>();
        table.setId(id);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        return table;
    }

    private static <T> TableColumn<T, String> column(
            String title, double width, String style, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(Texts.of(title));
        column.setPrefWidth(width);
        column.setSortable(false);
        if (!style.isEmpty()) {
            column.getStyleClass().add(style);
        }
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        return column;
    }

    private static final class State extends TableCell<Difference, Difference> {
        @Override
        protected void updateItem(@Nullable Difference row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null : chip(row.kind()));
        }

        private static Chip chip(RoundTripModel.Kind kind) {
            String word = Texts.of("products.state-" + kind.name().toLowerCase(Locale.ROOT));
            return switch (kind) {
                case ADDED -> new Chip(Tone.SUCCESS, "plus-circle", word);
                case CHANGED -> new Chip(Tone.PLAIN, "pencil", word);
                case MEANWHILE -> new Chip(Tone.WARNING, "exclamation-triangle-fill", word);
            };
        }
    }

    public Node node() {
        return card;
    }

    /** Where it is applied. */
    public ActionBar bar() {
        return bar;
    }

    /** The key that posts. */
    public void post() {
        model.apply();
    }
}
