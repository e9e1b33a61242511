package app.mortar.desktop.widget;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The bar where a room posts: what will be posted at the left, why it may not be yet, the acts at the right. */
public final class ActionBar extends HBox {
    private final HBox sums = new HBox(24);
    private final Label reason = new Label();

    /** A bar; the last of {@code acts} is the room's primary one. */
    public ActionBar(Node... acts) {
        getStyleClass().add("action-bar");
        sums.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        reason.getStyleClass().add("action-reason");
        HBox right = new HBox(12, acts);
        right.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(sums, gap, reason, right);
    }

    /** Adds a figure at the left; bind the label it gives. */
    public Label sum(String id, String name) {
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().add("strong");
        figure.setMinWidth(USE_PREF_SIZE);
        VBox pair = new VBox(caption, figure);
        pair.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        sums.getChildren().add(pair);
        return figure;
    }

    /** Why the primary act may not be done yet; empty when it may. */
    public StringProperty reason() {
        return reason.textProperty();
    }
}
