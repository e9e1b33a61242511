package app.mortar.desktop.widget;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A short table whose rows are all here, such as the batches of one product. What is chosen stays chosen. */
public final class Rows<T> extends TableView<@Nullable T> {
    private Function<T, Object> key = row -> row;

    public Rows(String id) {
        setId(id);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setPlaceholder(new Label(Formats.NONE));
        setMinWidth(0);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /** Adds columns, from left to right. */
    @SafeVarargs
    public final Rows<T> columns(Column<T>... more) {
        for (Column<T> column : more) {
            getColumns().add(column.column());
            if (!column.isGrowing()) {
                column.column().setMinWidth(column.column().getPrefWidth());
                column.column().setMaxWidth(column.column().getPrefWidth());
            }
        }
        return this;
    }

    /** What stays the same about a row when it changes. */
    public Rows<T> keyed(Function<T, Object> by) {
        key = by;
        return this;
    }

    /** The row that is chosen; null when there is none. */
    public @Nullable T chosen() {
        return getSelectionModel().getSelectedItem();
    }

    /** Shows these rows; the first is chosen where none was. */
    public void show(List<T> rows) {
        if (getItems().equals(rows)) {
            return;
        }
        T before = chosen();
        Object wanted = before == null ? null : key.apply(before);
        getItems().setAll(rows);
        int at = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (Objects.equals(key.apply(rows.get(i)), wanted)) {
                at = i;
            }
        }
        if (!rows.isEmpty()) {
            getSelectionModel().clearAndSelect(at);
        }
    }
}
