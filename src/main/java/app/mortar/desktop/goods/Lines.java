package app.mortar.desktop.goods;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cart or a delivery, one below the other. A line that changes stays the same node, so the cursor stays
 * where it is. For lists that a person typed; whatever may be long is a table that reads pages.
 */
public final class Lines<T> extends VBox {
    /** How one line is shown. */
    public interface Row<T> {
        Node node();

        /**
         * Shows the line as it is now.
         *
         * @param number its place, from 1
         */
        void show(T line, int number);
    }

    private final ObservableList<T> lines;
    private final Function<T, Object> key;
    private final Function<T, Row<T>> make;
    private final Map<Object, Row<T>> rows = new HashMap<>();
    private @Nullable Object selected;

    /**
     * A list.
     *
     * @param key what stays the same when a line changes
     */
    public Lines(ObservableList<T> lines, Function<T, Object> key, Function<T, Row<T>> make) {
        this.lines = lines;
        this.key = key;
        this.make = make;
        lines.addListener((ListChangeListener<T>) change -> show());
        show();
    }

    /** Shows all lines again, for example because the day has changed. */
    public void show() {
        Map<Object, Row<T>> kept = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            T line = lines.get(i);
            Row<T> row = rows.computeIfAbsent(key.apply(line), unknown -> make.apply(line));
            row.show(line, i + 1);
            kept.put(key.apply(line), row);
            nodes.add(row.node());
        }
        rows.keySet().retainAll(kept.keySet());
        if (!getChildren().equals(nodes)) {
            getChildren().setAll(nodes);
        }
        mark();
    }

    /** Marks the line that is worked on; null for none. */
    public void select(@Nullable Object which) {
        selected = which;
        mark();
    }

    private void mark() {
        rows.forEach((which, row) -> {
            row.node().getStyleClass().remove("selected");
            if (which.equals(selected)) {
                row.node().getStyleClass().add("selected");
            }
        });
    }
}
