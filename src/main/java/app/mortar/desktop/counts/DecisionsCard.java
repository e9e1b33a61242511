package app.mortar.desktop.counts;

import app.mortar.count.Rounds;
import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Card;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Press;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What waits for a decision: counted against expected, whose units would be missing, and the acts. */
final class DecisionsCard {
    private final DecisionsModel model;
    private final TableView<Rounds.ToDecide> table;
    private final TextField note = new TextField();
    private final Node node;

    DecisionsCard(DecisionsModel model, Formats formats) {
        this.model = model;
        table = new TableView<>(model.toDecide());
        table.setId("counts-decisions");
        table.setPlaceholder(new Label(Texts.of("counts.nothing-waits")));
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        column(
                "counts.col-product",
                124,
                row -> row.product() + ", " + row.line().batchNumber());
        number("counts.col-expected", row -> formats.number(row.line().expected()));
        number("counts.col-counted", row -> formats.number(row.line().counted()));
        number("counts.col-difference", row -> formats.signed(row.line().difference()));
        column("counts.col-remark", 64, this::remark);
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
                .grow();
        card.setPrefWidth(430);
        card.setMinWidth(420);
        node = card;
    }

    private void column(String title, double width, Function<Rounds.ToDecide, String> text) {
        TableColumn<Rounds.ToDecide, String> column = new TableColumn<>(Texts.of(title));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
        table.getColumns().add(column);
    }

    private void number(String title, Function<Rounds.ToDecide, String> text) {
        column(title, 76, text);
        table.getColumns().getLast().setMinWidth(76);
        table.getColumns().getLast().setMaxWidth(80);
        table.getColumns().getLast().getStyleClass().add("right");
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
        List<Rounds.ToDecide> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
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
