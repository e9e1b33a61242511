package app.mortar.desktop.widget;

import app.mortar.report.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The columns of one table, and what leaves it by them: to the clipboard and to Excel. */
final class Columns<T> {
    private final TableView<@Nullable T> table;
    private final List<Column<T>> made = new ArrayList<>();

    Columns(TableView<@Nullable T> table) {
        this.table = table;
        table.setColumnResizePolicy(new ColumnRoom(this::isGrowing));
    }

    /** Adds one at the right. */
    void add(Column<T> column) {
        made.add(column);
        table.getColumns().add(column.column());
    }

    private boolean isGrowing(TableColumnBase<?, ?> shown) {
        return made.stream().anyMatch(one -> one.column().equals(shown) && one.isGrowing());
    }

    /** As somebody has arranged them. */
    private Stream<Column<T>> shown() {
        return table.getVisibleLeafColumns().stream().map(shown -> made.stream()
                .filter(column -> column.column().equals(shown))
                .findFirst()
                .orElseThrow());
    }

    /** What Excel gets of a row. */
    List<Field<T>> fields() {
        return shown().flatMap(column -> column.fields().stream()).toList();
    }

    /** Heads and rows, tabs between cells. */
    String copied(List<T> rows) {
        String heads = shown().map(column -> column.column().getText()).collect(Collectors.joining("\t"));
        return Stream.concat(Stream.of(heads), rows.stream().map(row -> shown().map(column -> column.textOf(row))
                        .collect(Collectors.joining("\t"))))
                .collect(Collectors.joining("\n"));
    }
}
