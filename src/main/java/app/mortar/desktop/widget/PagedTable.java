package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A table over a {@link PageSource}: it opens with the first page, reads others as they are scrolled to, sorts in the
 * database, reads again what is on screen when something changed without moving it, and copies with Ctrl C. Use
 * {@link #reload} when the filter changes and {@link #refresh} when data may have.
 *
 * @param <T> a record: rows that are equal are not drawn again
 */
public final class PagedTable<T> extends StackPane {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<@Nullable T> table = new TableView<>();
    private final PagedRows<T> rows = new PagedRows<>(this::fetch);
    private final Stated stated = new Stated(table);
    private final List<Column<T>> columns = new ArrayList<>();
    private final PageSource<T> source;
    private final Work work;
    private final Function<Throwable, String> reason;
    private final AtomicInteger turn = new AtomicInteger();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>();
    private Function<T, Object> key = row -> row;
    private Runnable whenEmpty = () -> stated.empty("inbox", Texts.of("table.nothing"), "", null);
    private @Nullable Consumer<T> open;
    private String what = "";

    /**
     * A table that reads from {@code source} in the background of {@code work}; call {@link #reload} to begin. Rooms
     * get theirs from their session, which fills in the rest.
     *
     * @param id its test id
     * @param reason what a failure means to a person
     */
    public PagedTable(String id, Work work, PageSource<T> source, Function<Throwable, String> reason) {
        this.source = source;
        this.work = work;
        this.reason = reason;
        table.setId(id);
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(new StackPane());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        table.setSortPolicy(sorted -> {
            reload();
            return true;
        });
        table.setRowFactory(self -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        getChildren().add(stated);
    }

    /** How wide somebody made the columns, from left to right. */
    public record Widths(List<Double> widths) {}

    /** Makes the columns as wide as somebody left them; widths of another table are passed over. */
    public void widths(Widths kept) {
        if (kept.widths().size() == columns.size()) {
            for (int i = 0; i < columns.size(); i++) {
                columns.get(i).column().setPrefWidth(kept.widths().get(i));
            }
        }
    }

    /** Has {@code keep} told whenever somebody has pulled a column wider or narrower. */
    public void whenPulled(Consumer<Widths> keep) {
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.getTarget() instanceof Node node && isHead(node)) {
                keep.accept(new Widths(columns.stream()
                        .map(column -> column.column().getWidth())
                        .toList()));
            }
        });
    }

    private static boolean isHead(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }

    /** Adds columns, from left to right. */
    @SafeVarargs
    public final PagedTable<T> columns(Column<T>... more) {
        for (Column<T> column : more) {
            columns.add(column);
            table.getColumns().add(column.column());
            column.column().getStyleClass().add(column.isGrowing() ? "growing" : "fixed");
            if (!column.isGrowing()) {
                column.column().setMaxWidth(column.column().getPrefWidth() * 1.6);
            }
        }
        return this;
    }

    /** Columns keep the width they were given, so that nothing in them is cut; the growing one has the rest. */
    public PagedTable<T> fixed() {
        for (Column<T> column : columns) {
            if (!column.isGrowing()) {
                column.column().setMinWidth(column.column().getPrefWidth());
                column.column().setMaxWidth(column.column().getPrefWidth());
            }
        }
        return this;
    }

    /** What stays the same about a row when it changes, so that it stays selected. */
    public PagedTable<T> keyed(Function<T, Object> by) {
        key = by;
        return this;
    }

    /** What Enter and a double click on a row do. */
    public PagedTable<T> opens(Consumer<T> act) {
        open = act;
        return this;
    }

    /** What an empty list says: shown through {@link #stated}. */
    public PagedTable<T> whenEmpty(Consumer<Stated> say) {
        whenEmpty = () -> say.accept(stated);
        return this;
    }

    /** What is read, for the waiting: {@code "Loading 50,214 batches"}. */
    public PagedTable<T> reading(String words) {
        what = words;
        return this;
    }

    /** Rows of 52 px, for two lines in a cell. */
    public PagedTable<T> tall() {
        table.getStyleClass().add("tall");
        return this;
    }

    /** Begins anew from the top: another filter, another order. */
    public void reload() {
        stated.loading(what);
        int mine = turn.incrementAndGet();
        ask(0, mine, answer -> {
            rows.clearAll();
            table.scrollTo(0);
            take(0, answer);
        });
    }

    /** Reads again what is here; only rows that changed are drawn again, nothing moves. */
    public void refresh() {
        int mine = turn.get();
        List<Integer> here = rows.here();
        if (here.isEmpty()) {
            reload();
            return;
        }
        here.forEach(page -> ask(page, mine, answer -> take(page, answer)));
    }

    /** How many rows the whole list has. */
    public ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /** The selected row, as it was last read. */
    public ReadOnlyObjectProperty<@Nullable T> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** All selected rows that are here. */
    public List<T> selected() {
        return table.getSelectionModel().getSelectedIndices().stream()
                .map(rows::peek)
                .filter(Objects::nonNull)
                .<T>map(Objects::requireNonNull)
                .toList();
    }

    /** The table itself, for context menus and tests. */
    public TableView<@Nullable T> table() {
        return table;
    }

    public Stated stated() {
        return stated;
    }

    /** Puts the cursor in, on the first row if none is selected. */
    public void focus() {
        if (table.getSelectionModel().isEmpty() && !rows.isEmpty()) {
            table.getSelectionModel().select(0);
        }
        table.requestFocus();
    }

    /** What Ctrl C puts on the clipboard: heads and selected rows, tabs between cells. */
    String copied() {
        StringBuilder text = new StringBuilder();
        text.append(String.join(
                "\t", columns.stream().map(column -> column.column().getText()).toList()));
        for (T row : selected()) {
            text.append('\n')
                    .append(String.join(
                            "\t",
                            columns.stream().map(column -> column.textOf(row)).toList()));
        }
        return text.toString();
    }

    private void fetch(int page) {
        int mine = turn.get();
        // not while the table is laying itself out, which is when rows are asked for
        work.ui().execute(() -> ask(page, mine, answer -> take(page, answer)));
    }

    private void ask(int page, int mine, Consumer<PageSource.Rows<T>> done) {
        PageSource.Window window = window(page);
        work.run(
                () -> source.rows(window),
                answer -> {
                    if (mine == turn.get()) {
                        done.accept(answer);
                    }
                },
                failure -> {
                    if (mine == turn.get()) {
                        rows.missed(page);
                        stated.failed(Texts.of("table.failed"), reason.apply(failure), this::reload);
                    }
                });
    }

    private PageSource.Window window(int page) {
        TableColumn<@Nullable T, ?> by =
                table.getSortOrder().isEmpty() ? null : table.getSortOrder().getFirst();
        return new PageSource.Window(
                page * PagedRows.PAGE,
                PagedRows.PAGE,
                by == null ? null : by.getId(),
                by != null && by.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void take(int page, PageSource.Rows<T> answer) {
        Object selectedKey = chosen.get() == null ? null : key.apply(chosen.get());
        rows.put(page, answer.rows(), answer.total());
        total.set(answer.total());
        if (answer.total() == 0) {
            chosen.set(null);
            whenEmpty.run();
            return;
        }
        stated.ready();
        if (selectedKey != null && table.getSelectionModel().getSelectedItems().size() <= 1) {
            reselect(page, selectedKey);
        }
    }

    private void reselect(int page, Object selectedKey) {
        int from = page * PagedRows.PAGE;
        for (int i = from; i < Math.min(rows.size(), from + PagedRows.PAGE); i++) {
            T row = rows.peek(i);
            if (row != null && key.apply(row).equals(selectedKey)) {
                if (table.getSelectionModel().getSelectedIndex() != i) {
                    table.getSelectionModel().clearAndSelect(i);
                }
                chosen.set(row);
                return;
            }
        }
    }

    private void press(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(copied());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && open != null && chosen.get() != null) {
            open.accept(chosen.get());
            event.consume();
        }
    }

    private final class Row extends TableRow<@Nullable T> {
        Row() {
            setOnMouseClicked(event -> {
                T row = getItem();
                if (event.getButton() == MouseButton.PRIMARY
                        && event.getClickCount() == 2
                        && row != null
                        && open != null) {
                    open.accept(row);
                }
            });
        }
    }
}
