package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Icon;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The navigation at the left: the rooms in their groups, with what waits in them and the keys that lead there. */
final class Rail extends VBox {
    private final Map<Place, Item> items = new EnumMap<>(Place.class);

    Rail(String pharmacy, List<Place> places, Consumer<Place> go, Runnable keys) {
        getStyleClass().add("rail");
        setId("rail");
        getChildren().add(brand(pharmacy));
        Place.Group group = Place.Group.FIRST;
        for (Place place : places) {
            if (place.group() != group) {
                group = place.group();
                Label head = new Label(Texts.of("shell.group." + group.name().toLowerCase(java.util.Locale.ROOT)));
                head.getStyleClass().add("rail-group");
                getChildren().add(head);
            }
            Item item = new Item("go-" + place.id(), place.icon(), place.title(), place.key(), () -> go.accept(place));
            items.put(place, item);
            getChildren().add(item);
        }
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        getChildren().addAll(gap, new Item("all-keys", "keyboard", Texts.of("shell.all-keys"), "F1", keys));
    }

    private static HBox brand(String pharmacy) {
        Label name = new Label("Mortar");
        name.getStyleClass().add("strong");
        Label whose = new Label(pharmacy);
        whose.getStyleClass().add("caption");
        HBox brand = new HBox(Brand.mark(22), pharmacy.isBlank() ? new VBox(name) : new VBox(name, whose));
        brand.getStyleClass().add("brand");
        return brand;
    }

    /** Marks the room that is shown; null for none. */
    void on(@Nullable Place place) {
        items.forEach((other, item) -> {
            item.getStyleClass().remove("on");
            if (other == place) {
                item.getStyleClass().add("on");
            }
        });
    }

    void badge(Place place, Badge badge) {
        Item item = items.get(place);
        if (item != null) {
            item.badge(badge, place.title());
        }
    }

    private static final class Item extends Button {
        private final Label count = new Label();

        Item(String id, String icon, String title, @Nullable String key, Runnable act) {
            setId(id);
            getStyleClass().setAll("rail-item");
            setAccessibleText(key == null ? title : title + " (" + key + ")");
            Label name = new Label(title);
            name.getStyleClass().add("rail-title");
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            count.getStyleClass().addAll("count-badge", "neutral");
            count.setVisible(false);
            StackPane sign = new StackPane(Icon.of(icon));
            sign.setMinWidth(16);
            Label cap = new Label(key == null ? "" : key);
            cap.getStyleClass().add("rail-key");
            HBox line = new HBox(8, sign, name, count, cap);
            line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            line.setMouseTransparent(true);
            line.prefWidthProperty().bind(widthProperty().subtract(20));
            setGraphic(line);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
            setOnAction(event -> act.run());
        }

        void badge(Badge badge, String title) {
            count.setText(Integer.toString(badge.count()));
            count.setVisible(badge.count() > 0);
            count.getStyleClass().setAll("label", "count-badge", badge.tone().style());
            setAccessibleText(badge.count() > 0 ? title + ", " + badge.count() : title);
        }
    }
}
