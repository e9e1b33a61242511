package app.mortar.desktop.widget;

import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A column of a table: what it says of a row, how wide it is, how it is aligned. Words left, numbers right. */
public final class Column<T> {
    private final TableColumn<T, @Nullable T> column;
    private final Function<T, String> text;
    private @Nullable Function<T, @Nullable Node> graphic;
    private @Nullable Function<T, @Nullable String> style;
    private boolean grows;

    private Column(String id, String title, double width, Function<T, String> text) {
        this.text = text;
        column = new TableColumn<>(title);
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 48));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(self -> new Cell());
    }

    /** Words or a date. */
    public static <T> Column<T> text(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text);
    }

    /** A number or money, at the right. */
    public static <T> Column<T> number(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text).styled("right");
    }

    /** Batch, GTIN, serial, shelf: in the typeface for codes. */
    public static <T> Column<T> code(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text).styled("code");
    }

    /** A chip or another node; {@code text} is what is copied. */
    public static <T> Column<T> node(
            String id, String title, double width, Function<T, String> text, Function<T, @Nullable Node> node) {
        Column<T> made = new Column<>(id, title, width, text);
        made.graphic = node;
        return made;
    }

    /** The database can sort by it: its id is handed to the source. */
    public Column<T> sorts() {
        column.setSortable(true);
        return this;
    }

    /** It takes the width that is left, and gives way first. */
    public Column<T> grows() {
        grows = true;
        column.setMinWidth(120);
        return this;
    }

    /** Adds classes of the style sheet: {@code right code strong muted bad good}. */
    public Column<T> styled(String... classes) {
        column.getStyleClass().addAll(classes);
        return this;
    }

    /** A class that depends on the row, or null. */
    public Column<T> styledBy(Function<T, @Nullable String> by) {
        style = by;
        return this;
    }

    TableColumn<T, @Nullable T> column() {
        return column;
    }

    boolean isGrowing() {
        return grows;
    }

    String textOf(T row) {
        return text.apply(row);
    }

    private final class Cell extends TableCell<T, @Nullable T> {
        private @Nullable String worn;

        @Override
        protected void updateItem(@Nullable T row, boolean empty) {
            super.updateItem(row, empty);
            if (worn != null) {
                getStyleClass().remove(worn);
                worn = null;
            }
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            if (graphic != null) {
                setGraphic(graphic.apply(row));
            } else {
                setText(text.apply(row));
            }
            String wanted = style == null ? null : style.apply(row);
            if (wanted != null) {
                getStyleClass().add(wanted);
                worn = wanted;
            }
        }
    }
}
