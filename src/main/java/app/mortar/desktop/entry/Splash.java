package app.mortar.desktop.entry;

import app.mortar.desktop.Texts;
import app.mortar.desktop.shell.Brand;
import app.mortar.desktop.widget.Press;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** The first thing to be seen, before the database is open; and where it says why it could not be opened. */
public final class Splash extends StackPane {
    private final Label what = new Label();
    private final HBox acts = new HBox(12);

    public Splash() {
        getStyleClass().add("door");
        Label name = new Label(Texts.of("shell.mortar"));
        name.getStyleClass().add("figure");
        what.setId("splash-what");
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        what.setMaxWidth(560);
        what.setAlignment(Pos.CENTER);
        what.setTextAlignment(TextAlignment.CENTER);
        what.setText(Texts.of("splash.opening"));
        acts.setAlignment(Pos.CENTER);
        VBox box = new VBox(12, Brand.mark(56), name, what, acts);
        box.setAlignment(Pos.CENTER);
        getChildren().add(box);
    }

    /** Something is being done. */
    public void say(String words) {
        what.setText(words);
        acts.getChildren().clear();
    }

    /** It could not be done. */
    public void failed(String reason, Runnable again, Runnable end) {
        what.setText(reason);
        acts.getChildren()
                .setAll(
                        Press.secondary("splash-again", Texts.of("shell.try-again"), "arrow-clockwise", again),
                        Press.quiet("splash-end", Texts.of("shell.end"), "x", end));
    }
}
