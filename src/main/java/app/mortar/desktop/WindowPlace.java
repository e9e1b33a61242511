package app.mortar.desktop;

import app.mortar.desktop.shell.Memory;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window was, so that it opens there again; in the middle of the screen when that place is gone. */
final class WindowPlace {
    private static final String NAME = "window";
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /** What is kept of it. */
    record Kept(double x, double y, double width, double height, boolean maximized) {}

    private WindowPlace() {}

    static void restore(Stage stage, Memory memory) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(560, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        memory.recall(NAME, Kept.class)
                .filter(kept -> !Screen.getScreensForRectangle(kept.x, kept.y, kept.width, kept.height)
                        .isEmpty())
                .ifPresent(kept -> {
                    stage.setX(kept.x);
                    stage.setY(kept.y);
                    stage.setWidth(kept.width);
                    stage.setHeight(kept.height);
                    stage.setMaximized(kept.maximized);
                });
    }

    static void keep(Stage stage, Memory memory) {
        memory.keep(
                NAME, new Kept(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
    }
}
