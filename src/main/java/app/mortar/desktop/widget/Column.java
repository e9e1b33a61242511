package app.mortar.desktop.widget;

import app.mortar.report.Field;
import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: what it says of a row, how wide it is, how it is aligned (words left, numbers right), and what
 * Excel gets of it: a number or a date, not what it looks like here.
 */
public final class Column<T> {
    /** The widest a column gets in Excel, and what makes one of its characters here. */
    private static final int MOST_LETTERS = 60;

    private static final double LETTER = 7;
    /** Of a cell, left and right. */
    private static final double PADDING = 16;

    private final TableColumn<T, @Nullable T> column;
    private final Function<T, String> text;
    private @Nullable Function<T, @Nullable Node> graphic;
    private @Nullable Function<T, @Nullable String> style;
    private BiFunction<String, Integer, NewSheet.Column> kind = NewSheet.Column::text;
    private Function<T, Cell> value;
    private final List<Field<T>> unfolded = new ArrayList<>();
    private boolean summed;
    private boolean grows;

    private Column(String id, String title, double width, Function<T, String> text) {
        this.text = text;
        this.value = row -> words(text.apply(row));
        column = new TableColumn<>(title);
        column.setId(id);
        column.setSortable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 48));
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(self -> new Shown());
    }

    private static Cell words(String text) {
        return text.equals(Formats.NONE) ? Cell.BLANK : Cell.of(text);
    }

    /** Words. */
    public static <T> Column<T> text(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text);
    }

    /** Something to count or to measure, at the right; say what Excel gets with {@link #decimal} or {@link #days}. */
    public static <T> Column<T> number(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text).styled("right");
    }

    /** A whole number. */
    public static <T> Column<T> whole(
            String id, String title, double width, Formats formats, Function<T, Integer> value) {
        return number(id, title, width, (T row) -> formats.number(value.apply(row)))
                .wholly(value);
    }

    /** Money. */
    public static <T> Column<T> money(
            String id, String title, double width, Formats formats, Function<T, @Nullable BigDecimal> value) {
        Column<T> made = number(id, title, width, row -> formats.money(value.apply(row)));
        return made.typed(NewSheet.Column::money, row -> {
            BigDecimal amount = value.apply(row);
            return amount == null ? Cell.BLANK : Cell.of(amount);
        });
    }

    /** A date. */
    public static <T> Column<T> day(
            String id, String title, double width, Formats formats, Function<T, @Nullable LocalDate> value) {
        Column<T> made = new Column<>(id, title, width, row -> formats.date(value.apply(row)));
        return made.days(value);
    }

    /** A moment, by the pharmacy's clock. */
    public static <T> Column<T> moment(
            String id, String title, double width, Formats formats, Function<T, @Nullable Instant> value) {
        Column<T> made = new Column<>(id, title, width, row -> {
            Instant at = value.apply(row);
            return at == null ? Formats.NONE : formats.dayTime(at);
        });
        return made.moments(formats, value);
    }

    /** Batch, GTIN, serial, shelf: in the typeface for codes. */
    public static <T> Column<T> code(String id, String title, double width, Function<T, String> text) {
        return new Column<>(id, title, width, text).styled("code");
    }

    /** A sentence, which takes as many lines as it needs: the rows are of different heights. */
    public static <T> Column<T> sentence(String id, String title, double width, Function<T, String> text) {
        Column<T> made = new Column<>(id, title, width, text);
        made.graphic = row -> {
            Sentence words = new Sentence(text.apply(row));
            words.getStyleClass().addAll(made.column.getStyleClass());
            words.prefWidthProperty().bind(made.column.widthProperty().subtract(PADDING));
            return words;
        };
        return made;
    }

    /** A chip or another node; {@code text} is what is copied. */
    public static <T> Column<T> node(
            String id, String title, double width, Function<T, String> text, Function<T, @Nullable Node> node) {
        Column<T> made = new Column<>(id, title, width, text);
        made.graphic = node;
        return made;
    }

    /** A name and a muted line under it, for tables with tall rows; say what Excel gets with {@link #unfolded}. */
    public static <T> Column<T> twoLines(
            String id, String title, double width, Function<T, String> name, Function<T, String> more) {
        return node(
                id,
                title,
                width,
                row -> more.apply(row).isEmpty() ? name.apply(row) : name.apply(row) + " · " + more.apply(row),
                row -> new TwoLines(name.apply(row), more.apply(row)));
    }

    /** In Excel these columns stand in its place: what is folded into one cell here is sorted and summed there. */
    @SafeVarargs
    public final Column<T> unfolded(Field<T>... fields) {
        for (Field<T> field : fields) {
            unfolded.add(field);
        }
        return this;
    }

    /** In Excel a whole number. */
    public Column<T> wholly(Function<T, Integer> number) {
        return typed(NewSheet.Column::whole, row -> Cell.of(number.apply(row).longValue()));
    }

    /** In Excel a number with one decimal; null for none. */
    public Column<T> decimal(Function<T, @Nullable Double> number) {
        return typed(NewSheet.Column::decimal, row -> {
            Double known = number.apply(row);
            return known == null ? Cell.BLANK : Cell.of(BigDecimal.valueOf(known));
        });
    }

    /** In Excel a date; null for none. */
    public Column<T> days(Function<T, @Nullable LocalDate> day) {
        return typed(NewSheet.Column::day, row -> {
            LocalDate known = day.apply(row);
            return known == null ? Cell.BLANK : Cell.of(known);
        });
    }

    /** In Excel a moment of the pharmacy's clock; null for none. */
    public Column<T> moments(Formats formats, Function<T, @Nullable Instant> moment) {
        return typed((heading, letters) -> NewSheet.Column.moment(heading, Math.max(letters, 20)), row -> {
            Instant at = moment.apply(row);
            return at == null ? Cell.BLANK : Cell.of(formats.onTheWall(at));
        });
    }

    private Column<T> typed(BiFunction<String, Integer, NewSheet.Column> as, Function<T, Cell> cell) {
        kind = as;
        value = cell;
        return this;
    }

    /** In Excel its sum stands below. */
    public Column<T> summed() {
        summed = true;
        return this;
    }

    /** The database can sort by it: its id is handed to the source. */
    public Column<T> sorts() {
        column.setSortable(true);
        return this;
    }

    /** It takes the width that is left, and gives way first. */
    public Column<T> grows() {
        grows = true;
        column.setMinWidth(84);
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

    /** What Excel gets of it: one column, or those that are folded into it. */
    List<Field<T>> fields() {
        if (!unfolded.isEmpty()) {
            return unfolded;
        }
        int letters = (int) Math.clamp(column.getWidth() / LETTER, 10, MOST_LETTERS);
        NewSheet.Column made = kind.apply(column.getText(), grows ? Math.max(letters, 42) : letters);
        return List.of(new Field<>(summed ? made.total() : made, value));
    }

    private final class Shown extends TableCell<T, @Nullable T> {
        private @Nullable String worn;

        Shown() {
            // what does not fit is read under the pointer
            textTruncatedProperty().addListener((property, was, is) -> hint());
        }

        private void hint() {
            setTooltip(isTextTruncated() && getText() != null ? new Tooltip(getText()) : null);
        }

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
                hint();
                return;
            }
            if (graphic != null) {
                setGraphic(graphic.apply(row));
            } else {
                setText(text.apply(row));
                hint();
            }
            String wanted = style == null ? null : style.apply(row);
            if (wanted != null) {
                getStyleClass().add(wanted);
                worn = wanted;
            }
        }
    }
}
