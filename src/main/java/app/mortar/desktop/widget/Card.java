package app.mortar.desktop.widget;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A white card with a head (title, muted note, acts at the right), a body and perhaps a foot. */
public final class Card extends VBox {
    private final HBox head = new HBox();
    private final Label note = new Label();
    private final StackPane body = new StackPane();

    private Card(String title) {
        getStyleClass().add("card");
        Label name = new Label(title);
        name.getStyleClass().add("card-title");
        name.setMinWidth(USE_PREF_SIZE);
        note.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getStyleClass().add("card-head");
        head.getChildren().addAll(name, note, gap);
        body.getStyleClass().add("card-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        if (!title.isEmpty()) {
            getChildren().add(head);
        }
        getChildren().add(body);
    }

    /** A card; an empty title makes one without a head. */
    public static Card of(String title, Node content) {
        Card card = new Card(title);
        card.body.getChildren().add(content);
        return card;
    }

    /** A card around a table or a list, which reach closer to its edge. */
    public static Card table(String title, Node content) {
        Card card = of(title, content);
        card.body.getStyleClass().add("table");
        return card;
    }

    /** A card whose content reaches to its edge. */
    public static Card tight(String title, Node content) {
        Card card = of(title, content);
        card.body.getStyleClass().add("tight");
        return card;
    }

    /** Puts acts or chips at the right of the head. */
    public Card with(Node... acts) {
        head.getChildren().addAll(acts);
        return this;
    }

    /** Puts {@code filters} between head and body. */
    public Card under(Node filters) {
        HBox.setHgrow(filters, Priority.ALWAYS);
        VBox.setMargin(filters, new javafx.geometry.Insets(0, 16, 12, 16));
        getChildren().add(getChildren().indexOf(body), filters);
        return this;
    }

    /** Puts a line at the foot. */
    public Card foot(Node content) {
        HBox foot = new HBox(content);
        HBox.setHgrow(content, Priority.ALWAYS);
        foot.getStyleClass().add("card-foot");
        getChildren().add(foot);
        return this;
    }

    /** As high as there is room. */
    public Card grow() {
        VBox.setVgrow(this, Priority.ALWAYS);
        return this;
    }

    /** The muted words behind the title; bind to its text for counts. */
    public Label note() {
        return note;
    }
}
