package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Session;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Column;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Rows;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
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
    private final Node node;

    DecisionsCard(DecisionsModel model, Session session) {
        this.model = model;
        Formats formats = session.formats();
        table = new Rows<Rounds.ToDecide>("counts-decisions")
                .columns(
                        Column.<Rounds.ToDecide>text(
                                        "product",
                                        Texts.of("counts.col-product"),
                                        124,
                                        row -> row.product() + ", " + row.line().batchNumber())
                                .grows(),
                        Column.<Rounds.ToDecide>whole(
                                "expected", Texts.of("counts.col-expected"), 72, formats, row -> row.line()
                                        .expected()),
                        Column.<Rounds.ToDecide>whole(
                                "counted", Texts.of("counts.col-counted"), 68, formats, row -> row.line()
                                        .counted()),
                        Column.<Rounds.ToDecide>number(
                                        "difference",
                                        Texts.of("counts.col-difference"),
                                        78,
                                        row -> formats.signed(row.line().difference()))
                                .wholly(row -> row.line().difference()),
                        Column.<Rounds.ToDecide>text("remark", Texts.of("counts.col-remark"), 64, this::remark));
        table.follow(model.toDecide(), Texts.of("counts.nothing-waits"));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        session.remember(table.name(), table.arrangement());
        VBox.setVgrow(table, Priority.ALWAYS);
        Label missing = new Label();
        missing.setId("counts-holders");
        missing.setWrapText(true);
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
                        () -> model.reject(chosen())),
                Press.quiet("counts-close", Texts.of("counts.close"), "flag", model::close));
        Card card = Card.of(Texts.of("counts.decide"), new VBox(10, table, missing, note, acts))
                .with(session.export(table, Texts.of("counts.decide")).brief())
                .grow();
        card.setPrefWidth(430);
        card.setMinWidth(420);
        node = card;
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

    Node node() {
        return node;
    }
}
