package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.KeyCap;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Ctrl K: type a few letters, go there with Enter. */
final class Palette extends VBox {
    private static final int MOST_ROWS = 9;

    private final PaletteModel model;
    private final Runnable away;
    private final TextField field = new TextField();
    private final ListView<PaletteModel.Line> list;
    private final PauseTransition pause = new PauseTransition(Duration.millis(120));
    private boolean chosen;

    Palette(PaletteModel model, Runnable away) {
        this.model = model;
        this.away = away;
        this.list = new ListView<>(model.lines());
        setId("palette");
        getStyleClass().addAll("floating", "palette");
        setMaxHeight(USE_PREF_SIZE);
        field.setId("palette-field");
        field.setPromptText(Texts.of("shell.find"));
        field.setAccessibleText(Texts.of("shell.find"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox entry = new HBox(Icon.of("search", 16, "accent"), field, new KeyCap("Esc"));
        entry.getStyleClass().add("entry");
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setCellFactory(self -> new Row());
        list.setFixedCellSize(36);
        // a change listener: those come after the list has noticed the change itself
        model.lines().addListener((ListChangeListener<PaletteModel.Line>) change -> fit());
        fit();
        getChildren().addAll(entry, list);
        pause.setOnFinished(event -> model.look(field.getText()));
        field.textProperty().addListener((property, old, now) -> {
            model.typed(now);
            pause.playFromStart();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    TextField field() {
        return field;
    }

    private void fit() {
        list.setPrefHeight(Math.min(MOST_ROWS, model.lines().size()) * 36 + 2);
        if (!model.lines().isEmpty()) {
            list.getSelectionModel().clearAndSelect(0);
        }
        chosen = false;
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> away.run();
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> enter();
            default -> {
                return;
            }
        }
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            chosen = true;
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - MOST_ROWS + 1));
        }
        event.consume();
    }

    private void enter() {
        if (chosen || model.isAnswered()) {
            go(list.getSelectionModel().getSelectedItem());
            return;
        }
        model.whenAnswered(() -> go(list.getSelectionModel().getSelectedItem()));
        pause.stop();
        model.look(field.getText());
    }

    private void go(PaletteModel.@Nullable Line line) {
        if (line != null) {
            away.run();
            line.act().run();
        }
    }

    private final class Row extends ListCell<PaletteModel.Line> {
        Row() {
            setOnMouseClicked(event -> go(getItem()));
        }

        @Override
        protected void updateItem(PaletteModel.@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(line.name());
            name.getStyleClass().add("medium");
            Label second = new Label(line.second());
            second.getStyleClass().add("caption");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label kind = new Label(line.kind());
            kind.getStyleClass().add("caption");
            kind.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(Icon.of(line.icon(), 14, "muted"), name, second, gap, kind);
            row.getStyleClass().add("palette-row");
            row.setMaxWidth(618);
            setAccessibleText(line.kind() + ": " + line.name() + " " + line.second());
            setGraphic(row);
        }
    }
}
