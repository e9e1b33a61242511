package app.mortar.desktop.widget;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Figures joined in one card; each cell opens its list. */
public final class Tiles extends HBox {
    /** One cell. */
    public static final class Tile extends Button {
        private final StringProperty figure = new SimpleStringProperty("–");
        private final StringProperty second = new SimpleStringProperty("");

        /**
         * A cell.
         *
         * @param tone colours the icon only
         * @param open what a click does
         */
        public Tile(String id, Tone tone, String icon, String title, Runnable open) {
            setId(id);
            getStyleClass().add("tile");
            FontIcon sign = Icon.of(icon, 13, tone.style());
            Label name = new Label(title);
            name.getStyleClass().add("caption");
            HBox head = new HBox(sign, name);
            head.getStyleClass().add("tile-head");
            Label number = new Label();
            number.getStyleClass().add("figure");
            number.setMinWidth(USE_PREF_SIZE);
            number.textProperty().bind(figure);
            Label below = new Label();
            below.getStyleClass().add("caption");
            below.textProperty().bind(second);
            VBox box = new VBox(head, number, below);
            box.getStyleClass().add("tile-box");
            box.setMouseTransparent(true);
            setGraphic(box);
            setMaxWidth(Double.MAX_VALUE);
            setMaxHeight(Double.MAX_VALUE);
            HBox.setHgrow(this, Priority.ALWAYS);
            accessibleTextProperty().bind(figure.map(value -> title + ": " + value));
            setOnAction(event -> open.run());
        }

        /** The large number; an en dash until it is known. */
        public StringProperty figure() {
            return figure;
        }

        /** The line under it, such as the value in money. */
        public StringProperty second() {
            return second;
        }
    }

    public Tiles(Tile... tiles) {
        super(tiles);
        getStyleClass().add("tiles");
        tiles[0].getStyleClass().add("first");
    }
}
