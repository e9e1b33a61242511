package app.mortar.desktop.products;

import app.mortar.desktop.Texts;
import app.mortar.desktop.products.RoundTripModel.Difference;
import app.mortar.desktop.products.RoundTripModel.Kind;
import app.mortar.desktop.products.RoundTripModel.Step;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.ActionBar;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.FileAsk;
import app.mortar.desktop.widget.FileOpener;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Rows;
import app.mortar.desktop.widget.Stated;
import app.mortar.desktop.widget.Tone;
import app.mortar.intake.Fault;
import app.mortar.report.Field;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Products out to Excel and back: the ways out and in, what a list would change or what is wrong with it, and Apply. */
public final class RoundTripPane {
    private final RoundTripModel model;
    private final FileAsk ask;
    private final Rows<Difference> differences;
    private final Rows<Fault> faults;
    private final Stated stated;
    private final Card card;
    private final ActionBar bar;

    /**
     * The pane.
     *
     * @param ask where the lists for editing go to and come from
     */
    public RoundTripPane(Session session, RoundTripModel model, FileAsk ask) {
        this.model = model;
        this.ask = ask;
        this.differences = differences(session.formats());
        this.faults = faults();
        this.stated = new Stated(new StackPane(differences, faults));
        this.card = Card.table(Texts.of("products.title"), stated)
                .with(
                        only(
                                session.export(differences, Texts.of("products.differences"))
                                        .brief(),
                                model.step().map(step -> step == Step.DIFFERENCES || step == Step.MEANWHILE)),
                        only(
                                session.export(faults, Texts.of("products.to-mend"), model::aboutFaults)
                                        .brief(),
                                model.step().map(step -> step == Step.FAULTS)),
                        out(),
                        in())
                .grow();
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

    private static <N extends Node> N only(N node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
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

    private Rows<Difference> differences(Formats formats) {
        return new Rows<Difference>("products-differences")
                .tall()
                .columns(
                        Column.whole("products-row", Texts.of("products.col-row"), 56, formats, Difference::row),
                        Column.<Difference>twoLines(
                                        "products-what",
                                        Texts.of("products.col-what"),
                                        132,
                                        Difference::heading,
                                        Difference::sku)
                                .unfolded(
                                        Field.text(Texts.of("products.col-sku"), 16, Difference::sku),
                                        Field.text(Texts.of("products.col-what"), 20, Difference::heading)),
                        Column.<Difference>sentence(
                                        "products-before", Texts.of("products.col-before"), 180, Difference::before)
                                .styled("muted")
                                .grows(),
                        Column.<Difference>sentence(
                                        "products-after", Texts.of("products.col-after"), 180, Difference::after)
                                .styled("strong")
                                .grows(),
                        Column.node(
                                "products-state",
                                Texts.of("products.col-state"),
                                158,
                                row -> said(row.kind()),
                                row -> chip(row.kind())))
                .follow(model.differences(), Formats.NONE);
    }

    private Rows<Fault> faults() {
        return new Rows<Fault>("products-faults")
                .columns(
                        Column.code("products-cell", Texts.of("products.col-cell"), 72, Fault::cell),
                        Column.text("products-value", Texts.of("products.col-value"), 150, Fault::value),
                        Column.<Fault>sentence("products-mend", Texts.of("products.col-mend"), 480, Fault::sentence)
                                .grows())
                .follow(model.faults(), Formats.NONE);
    }

    private static String said(Kind kind) {
        return Texts.of("products.state-" + kind.name().toLowerCase(Locale.ROOT));
    }

    private static Chip chip(Kind kind) {
        return switch (kind) {
            case ADDED -> new Chip(Tone.SUCCESS, "plus-circle", said(kind));
            case CHANGED -> new Chip(Tone.PLAIN, "pencil", said(kind));
            case MEANWHILE -> new Chip(Tone.WARNING, "exclamation-triangle-fill", said(kind));
        };
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
