package app.mortar.desktop.counts;

import app.mortar.count.CountLine;
import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Rows;
import app.mortar.desktop.widget.Tone;
import app.mortar.desktop.widget.TwoLines;
import app.mortar.report.Field;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What waits for a decision: counted against expected, whose units would be missing, and the acts. */
final class DecisionsCard {
    private final DecisionsModel model;
    private final Rows<Rounds.ToDecide> table;
    private final TextField note = new TextField();
    private final Formats formats;
    private final Card node;

    DecisionsCard(DecisionsModel model, Session session) {
        this.model = model;
        formats = session.formats();
        table = new Rows<Rounds.ToDecide>("counts-decisions")
                .tall()
                .columns(
                        Column.<Rounds.ToDecide>node(
                                        "batch",
                                        Texts.of("counts.col-product"),
                                        200,
                                        row -> row.product() + " · " + batch(row),
                                        this::batchAndRemark)
                                .unfolded(
                                        Field.text(Texts.of("counts.col-product"), 42, Rounds.ToDecide::product),
                                        Field.text(Texts.of("counts.col-batch"), 20, row -> row.line()
                                                .batchNumber()),
                                        Field.day(Texts.of("counts.col-expiry"), row -> row.line()
                                                .expiryDate()),
                                        Field.text(Texts.of("counts.col-remark"), 30, this::remark))
                                .grows(),
                        Column.<Rounds.ToDecide>node(
                                        "difference",
                                        Texts.of("counts.col-difference"),
                                        96,
                                        row -> formats.signed(row.line().difference()),
                                        this::difference)
                                .unfolded(
                                        units("counts.col-expected", CountLine::expected),
                                        units("counts.col-counted", CountLine::counted),
                                        units("counts.col-difference", CountLine::difference))
                                .styled("right"));
        table.follow(model.toDecide(), Texts.of("counts.nothing-waits"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        session.remember(table.name(), table.arrangement());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label missing = new Label();
        missing.setId("counts-holders");
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.textProperty().isNotEmpty());
        missing.getStyleClass().add("caption");
        missing.textProperty().bind(Bindings.createStringBinding(this::holders, model.holders()));
        note.setId("counts-note");
        note.setPromptText(Texts.of("counts.note"));
        note.setAccessibleText(Texts.of("counts.note"));
        HBox acts = new HBox(
                8,
                Press.secondary("counts-approve", Texts.of("counts.approve"), "check2-all", this::approve),
                Press.quiet(
                        "counts-reject",
                        Texts.of("counts.reject"),
                        "arrow-counterclockwise",
                        () -> model.reject(chosen())));
        VBox below = new VBox(10, missing, note, acts);
        below.getStyleClass().add("under-table");
        node = Card.table(Texts.of("counts.decide"), new VBox(table, below))
                .with(
                        Press.quiet("counts-close", Texts.of("counts.close"), "flag", model::close),
                        session.export(table, Texts.of("counts.decide")).brief())
                .grow();
    }

    private static Field<Rounds.ToDecide> units(String title, ToIntFunction<CountLine> units) {
        return Field.<Rounds.ToDecide>whole(Texts.of(title), row -> (long) units.applyAsInt(row.line()))
                .total();
    }

    private String batch(Rounds.ToDecide row) {
        return CountsView.batch(row.line().batchNumber(), row.line().expiryDate(), formats);
    }

    private Node batchAndRemark(Rounds.ToDecide row) {
        TwoLines batch = new TwoLines(row.product(), batch(row));
        String remark = remark(row);
        if (remark.isEmpty()) {
            return batch;
        }
        VBox all = new VBox(4, batch, new Chip(Tone.WARNING, "exclamation-triangle-fill", remark));
        all.setPadding(new Insets(6, 0, 6, 0));
        return all;
    }

    private Node difference(Rounds.ToDecide row) {
        CountLine line = row.line();
        TwoLines said = new TwoLines(
                formats.signed(line.difference()),
                Texts.of("counts.of-expected", formats.number(line.counted()), formats.number(line.expected())));
        return said.right().styled(line.difference() == 0 ? "muted" : "strong");
    }

    private String remark(Rounds.ToDecide row) {
        int missing = row.promisedAndMissing();
        return missing > 0
                ? Texts.of("counts.promised", missing)
                : row.byAnother() ? Texts.of("counts.by-another") : "";
    }

    private String holders() {
        return model.holders().isEmpty()
                ? ""
                : Texts.of(
                        "counts.holders",
                        model.holders().stream()
                                .map(holder -> holder.who() + " (" + holder.quantity() + ")")
                                .distinct()
                                .collect(Collectors.joining(", ")));
    }

    /** The selected lines, or all. */
    private List<Rounds.ToDecide> chosen() {
        List<Rounds.ToDecide> selected = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .<Rounds.ToDecide>map(Objects::requireNonNull)
                .toList();
        return selected.isEmpty() ? List.copyOf(model.toDecide()) : selected;
    }

    private void approve() {
        String said = note.getText().strip();
        model.approve(chosen(), said.isEmpty() ? null : said);
        note.clear();
    }

    Card node() {
        return node;
    }
}
