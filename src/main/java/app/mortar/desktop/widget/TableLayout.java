package app.mortar.desktop.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** How somebody likes a table: the order and the widths of its columns, and by which one it is sorted. */
public final class TableLayout {
    private final TableView<?> table;
    private @Nullable Kept first;
    private boolean taking;
    private Consumer<Kept> keep = kept -> {};

    /**
     * As it is remembered.
     *
     * @param columns from left to right
     * @param sort the id of the column it is sorted by; null for the list's own order
     */
    public record Kept(List<Place> columns, @Nullable String sort, boolean descending) {
        /** A column and how wide it is. */
        public record Place(String id, double width) {}

        public Kept {
            columns = List.copyOf(columns);
        }

        private Set<String> ids() {
            return columns.stream().map(Place::id).collect(Collectors.toUnmodifiableSet());
        }
    }

    TableLayout(TableView<?> table) {
        this.table = table;
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isHead(node)) {
                changed();
            }
        });
        table.getColumns().addListener((ListChangeListener<TableColumn<?, ?>>) change -> {
            while (change.next()) {
                if (change.wasRemoved() || change.wasPermutated()) {
                    changed();
                }
            }
        });
    }

    /** Has {@code keep} told whenever somebody has pulled, moved or sorted by a column. */
    public void whenChanged(Consumer<Kept> tell) {
        keep = tell;
    }

    /** As it is now. */
    public Kept now() {
        TableColumn<?, ?> by =
                table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        return new Kept(
                table.getColumns().stream()
                        .map(column -> new Kept.Place(column.getId(), column.getWidth()))
                        .toList(),
                by == null ? null : by.getId(),
                by != null && by.getSortType() == TableColumn.SortType.DESCENDING);
    }

    /** As it was left; one of a table with other columns is passed over. */
    public void take(Kept kept) {
        Kept before = now();
        if (!kept.ids().equals(before.ids())) {
            return;
        }
        if (first == null) {
            first = before;
        }
        taking = true;
        try {
            arrange(table, kept);
        } finally {
            taking = false;
        }
    }

    /** The columns as they were made, and the list's own order. */
    void reset() {
        Kept made = first;
        if (made != null) {
            take(new Kept(made.columns(), null, false));
            keep.accept(now());
        }
    }

    /** Something of it was changed by hand. */
    void changed() {
        if (!taking) {
            keep.accept(now());
        }
    }

    /** Remembers how the columns were made, once they all are. */
    void made() {
        first = now();
    }

    private static <T> void arrange(TableView<T> table, Kept kept) {
        List<TableColumn<T, ?>> order = new ArrayList<>();
        for (Kept.Place place : kept.columns()) {
            TableColumn<T, ?> column = named(table, place.id());
            column.setPrefWidth(place.width());
            order.add(column);
        }
        if (!table.getColumns().equals(order)) {
            table.getColumns().setAll(order);
        }
        if (kept.sort() == null) {
            table.getSortOrder().clear();
        } else {
            TableColumn<T, ?> by = named(table, kept.sort());
            by.setSortType(kept.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(by));
        }
        table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
    }

    private static <T> TableColumn<T, ?> named(TableView<T> table, String id) {
        return table.getColumns().stream()
                .filter(column -> Objects.equals(column.getId(), id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isHead(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }
}
