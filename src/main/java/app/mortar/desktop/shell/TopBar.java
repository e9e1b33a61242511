package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Chip;
import app.mortar.desktop.widget.Icon;
import app.mortar.desktop.widget.KeyCap;
import app.mortar.desktop.widget.Press;
import app.mortar.desktop.widget.Tone;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bar over the room: where one is, the way to find anything, whether scans are heard, who is at work. */
final class TopBar extends HBox {
    private final Label title = new Label();
    private final Label note = new Label();

    /**
     * The bar.
     *
     * @param person as colleagues call them
     * @param role what they are here
     */
    TopBar(String person, String role, Runnable find, Runnable lock) {
        getStyleClass().add("top-bar");
        title.getStyleClass().add("page-title");
        title.setId("title");
        title.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label face = new Label(initials(person));
        face.getStyleClass().add("avatar");
        Label name = new Label(person);
        name.getStyleClass().add("medium");
        name.setId("person");
        Label what = new Label(role);
        what.getStyleClass().add("caption");
        VBox who = new VBox(name, what);
        who.setMinWidth(USE_PREF_SIZE);
        who.setMaxHeight(USE_PREF_SIZE);
        Chip scanner = new Chip(Tone.SUCCESS, "upc-scan", Texts.of("shell.scanner"));
        getChildren()
                .addAll(
                        title,
                        note,
                        gap,
                        search(find),
                        scanner,
                        face,
                        who,
                        Press.icon("lock", "lock", Texts.of("shell.lock"), lock));
    }

    private static Button search(Runnable find) {
        Label prompt = new Label(Texts.of("shell.find"));
        prompt.getStyleClass().add("subtle");
        HBox.setHgrow(prompt, Priority.ALWAYS);
        prompt.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(10, Icon.of("search", 14, "muted"), prompt, new KeyCap("Ctrl K"));
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        line.setMouseTransparent(true);
        Button button = new Button();
        button.setId("find");
        button.getStyleClass().setAll("top-search");
        button.setAccessibleText(Texts.of("shell.find") + " (Ctrl K)");
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.prefWidthProperty().bind(button.widthProperty().subtract(17));
        button.setOnAction(event -> find.run());
        return button;
    }

    void show(Place place, Room room) {
        title.setText(place.title());
        note.textProperty().unbind();
        note.textProperty().bind(room.note());
    }

    private static String initials(String person) {
        return Arrays.stream(person.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
