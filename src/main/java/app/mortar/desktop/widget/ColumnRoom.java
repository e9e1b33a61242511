package app.mortar.desktop.widget;

import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * How the columns of a table share its width: each keeps the width it was given or pulled to, those that grow have
 * what is left. Where that is too little they keep their least width, and the table can be scrolled to the side.
 */
@SuppressWarnings("rawtypes") // as the control asks for it
final class ColumnRoom implements Callback<TableView.ResizeFeatures, Boolean> {
    private final Predicate<TableColumnBase<?, ?>> grows;

    ColumnRoom(Predicate<TableColumnBase<?, ?>> grows) {
        this.grows = grows;
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        List<TableColumn<?, ?>> columns = columns(features);
        TableColumn<?, ?> pulled = features.getColumn();
        if (pulled != null && !pull(features, columns, pulled)) {
            return false;
        }
        share(features, columns);
        return true;
    }

    private static List<TableColumn<?, ?>> columns(TableView.ResizeFeatures<?> features) {
        return List.copyOf(features.getTable().getVisibleLeafColumns());
    }

    private boolean pull(TableView.ResizeFeatures features, List<TableColumn<?, ?>> columns, TableColumn<?, ?> pulled) {
        double wanted = within(pulled, pulled.getWidth() + features.getDelta());
        if (grows.test(pulled)) {
            // its width follows from the others': the next one gives way
            int next = columns.indexOf(pulled) + 1;
            if (next >= columns.size()) {
                return false;
            }
            TableColumn<?, ?> other = columns.get(next);
            set(features, other, within(other, other.getWidth() - (wanted - pulled.getWidth())));
            return true;
        }
        set(features, pulled, wanted);
        return true;
    }

    private static double within(TableColumn<?, ?> column, double width) {
        return Math.clamp(width, column.getMinWidth(), column.getMaxWidth());
    }

    private void share(TableView.ResizeFeatures features, List<TableColumn<?, ?>> columns) {
        double left = Math.floor(features.getContentWidth());
        double wanted = 0;
        for (TableColumn<?, ?> column : columns) {
            if (grows.test(column)) {
                wanted += column.getPrefWidth();
            } else {
                left -= column.getWidth();
            }
        }
        for (TableColumn<?, ?> column : columns) {
            if (grows.test(column)) {
                set(features, column, within(column, Math.floor(left * column.getPrefWidth() / wanted)));
            }
        }
    }

    @SuppressWarnings("unchecked") // the column is one of this table's
    private static void set(TableView.ResizeFeatures features, TableColumn column, double width) {
        features.setColumnWidth(column, width);
    }

    /** The style sheet knows tables whose columns fill it by this word. */
    @Override
    public String toString() {
        return "constrained-resize";
    }
}
