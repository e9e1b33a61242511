package app.mortar.desktop.widget;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The inside of a room: content with the page's margin, and under it the bar of a room that posts. */
public final class Page extends BorderPane {
    private Page(Node content) {
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(content);
        page.getStyleClass().add("page");
        // as large as the window; scrolled when the window is smaller than what is in it can bear
        ScrollPane scroll = new ScrollPane(page);
        scroll.getStyleClass().add("page-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        setCenter(scroll);
        setMinSize(0, 0);
    }

    public static Page of(Node content) {
        return new Page(content);
    }

    /** A page with the bar where it is posted. */
    public static Page posting(Node content, ActionBar bar) {
        Page page = new Page(content);
        page.setBottom(bar);
        return page;
    }
}
