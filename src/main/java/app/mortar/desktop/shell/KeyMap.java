package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.KeyCap;
import app.mortar.desktop.widget.Press;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** F1: all keys on one page. */
final class KeyMap extends VBox {
    private static final List<String> EVERYWHERE =
            List.of("F1", "Ctrl K", "F5", "F9", "Esc", "Ctrl F", "Ctrl L", "Ctrl C", "1", "Tab");

    KeyMap(List<Place> places, Runnable away) {
        setId("key-map");
        getStyleClass().addAll("floating", "key-map");
        setMaxHeight(USE_PREF_SIZE);
        Label title = new Label(Texts.of("keys.title"));
        title.getStyleClass().add("page-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Press close = Press.icon("key-map-close", "x", Texts.of("shell.close"), away);
        GridPane rooms = grid();
        int row = 0;
        for (Place place : places) {
            if (place.key() != null) {
                rooms.addRow(row++, new KeyCap(place.key()), new Label(place.title()));
            }
        }
        GridPane everywhere = grid();
        for (int i = 0; i < EVERYWHERE.size(); i++) {
            String key = EVERYWHERE.get(i);
            everywhere.addRow(i, new KeyCap(key), new Label(Texts.of("keys." + key.replace(' ', '-'))));
        }
        Label scan = new Label(Texts.of("keys.scan"));
        scan.setWrapText(true);
        scan.getStyleClass().add("muted");
        HBox columns =
                new HBox(40, new VBox(8, head("keys.rooms"), rooms), new VBox(8, head("keys.everywhere"), everywhere));
        getChildren().addAll(new HBox(title, gap, close), columns, scan);
    }

    private static Label head(String text) {
        Label head = new Label(Texts.of(text));
        head.getStyleClass().add("caption-head");
        return head;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane(14, 8);
        return grid;
    }
}
