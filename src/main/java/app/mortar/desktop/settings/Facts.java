package app.mortar.desktop.settings;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** Names and values under each other, such as what is known about the database. */
final class Facts extends GridPane {
    Facts() {
        super(24, 10);
        getStyleClass().add("facts");
    }

    /** Adds a line; the value may take more than one. */
    void add(String id, String name, String value) {
        Label title = new Label(name);
        title.getStyleClass().add("muted");
        title.setMinWidth(USE_PREF_SIZE);
        Label words = new Label(value);
        words.setId(id);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        GridPane.setValignment(title, VPos.TOP);
        addRow(getRowCount(), title, words);
    }

    void clear() {
        getChildren().clear();
    }
}
