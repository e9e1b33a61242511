package app.mortar.desktop.goods;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The columns of a list whose lines are grids of their own: head and lines have the same widths. */
public final class LineGrid {
    private record Column(String title, double width, boolean right, boolean grows) {}

    private final List<Column> columns = new ArrayList<>();

    /** Words, dates, codes. */
    public LineGrid left(String title, double width) {
        columns.add(new Column(title, width, false, false));
        return this;
    }

    /** Numbers and money. */
    public LineGrid right(String title, double width) {
        columns.add(new Column(title, width, true, false));
        return this;
    }

    /** The column that takes the width that is left, and gives way first. */
    public LineGrid grows(String title, double least) {
        columns.add(new Column(title, least, false, true));
        return this;
    }

    public HBox head() {
        List<Node> cells = new ArrayList<>();
        for (Column column : columns) {
            Label name = new Label(column.title());
            name.getStyleClass().add("caption-head");
            cells.add(name);
        }
        HBox head = row(cells.toArray(Node[]::new));
        head.getStyleClass().setAll("line-head");
        return head;
    }

    /** A line of one node for each column. */
    public HBox row(Node... cells) {
        HBox row = new HBox();
        row.getStyleClass().add("line");
        for (int i = 0; i < cells.length; i++) {
            row.getChildren().add(cell(columns.get(i), cells[i]));
        }
        return row;
    }

    private static HBox cell(Column column, Node content) {
        HBox cell = new HBox(content);
        cell.setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        cell.setMinWidth(column.width());
        cell.setPrefWidth(column.width());
        if (column.grows()) {
            HBox.setHgrow(cell, Priority.ALWAYS);
            HBox.setHgrow(content, Priority.ALWAYS);
            cell.setMaxWidth(Double.MAX_VALUE);
        } else {
            cell.setMaxWidth(column.width());
        }
        return cell;
    }
}
