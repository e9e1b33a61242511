package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import app.mortar.desktop.work.Work;
import app.mortar.kernel.Span;
import app.mortar.report.ListExport;
import app.mortar.workbook.Cover;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A table over a {@link PageSource}: it opens with the first page, reads others as they are scrolled to, sorts in the
 * database, reads again what is on screen when something changed without moving it, and copies with Ctrl C. Use
 * {@link #reload} when the filter changes and {@link #refresh} when data may have.
 *
 * @param <T> a record: rows that are equal are not drawn again
 */
public final class PagedTable<T> extends StackPane implements Exportable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<@Nullable T> table = new TableView<>();
    private final PagedRows<T> rows = new PagedRows<>(this::fetch);
    private final Stated stated = new Stated(table);
    private final TableLayout layout = new TableLayout(table);
    private final Columns<T> columns = new Columns<>(table);
    private final Supplier<PageSource<T>> source;
    private final Work work;
    private final Function<Throwable, String> reason;
    private final AtomicInteger turn = new AtomicInteger();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable T> chosen = new ReadOnlyObjectWrapper<>();
    private Function<T, Object> key = row -> row;
    private Runnable whenEmpty = () -> stated.empty("inbox", Texts.of("table.nothing"), "", null);
    private @Nullable Consumer<T> open;
    private @Nullable Supplier<ListExport.Pages<T>> whole;
    private final TableMenu<T> menu;
    private String what = "";
    private @Nullable Object wanted;

    /**
     * A table that reads from {@code source} in the background of {@code work}; call {@link #reload} to begin. Rooms
     * get theirs from their session, which fills in the rest.
     *
     * @param id its test id
     * @param source the list as it is narrowed now, asked on the user interface's thread
     * @param reason what a failure means to a person
     */
    public PagedTable(String id, Work work, Supplier<PageSource<T>> source, Function<Throwable, String> reason) {
        this.source = source;
        this.work = work;
        this.reason = reason;
        table.setId(id);
        menu = new TableMenu<>(table, chosen::get);
        table.setItems(rows);
        table.setPlaceholder(new StackPane());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null) {
                chosen.set(now);
            }
        });
        table.setSortPolicy(sorted -> {
            layout.changed();
            reload();
            return true;
        });
        table.setRowFactory(self -> new Row());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        menu.always(id + "-copy", Texts.of("table.copy"), "clipboard", this::copy);
        menu.always(id + "-as-made", Texts.of("table.as-made"), "layout-three-columns", layout::reset);
        getChildren().add(stated);
    }

    /** How its columns are arranged, to be remembered. */
    public TableLayout arrangement() {
        return layout;
    }

    /** Adds columns, from left to right. */
    @SafeVarargs
    public final PagedTable<T> columns(Column<T>... more) {
        for (Column<T> column : more) {
            columns.add(column);
        }
        layout.made();
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
        menu.act(RowAct.of(name() + "-open", Texts.of("table.open"), "arrow-right", act));
        return this;
    }

    /** What else can be done with a row: in its menu. */
    @SafeVarargs
    public final PagedTable<T> acts(RowAct<T>... more) {
        for (RowAct<T> act : more) {
            menu.act(act);
        }
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

    /** Has the row of that key chosen, now or as soon as it is read; null: none. */
    public void choose(@Nullable Object rowKey) {
        wanted = rowKey;
        chosen.set(null);
        table.getSelectionModel().clearSelection();
        rows.here().forEach(this::seek);
    }

    private void seek(int page) {
        if (wanted != null && reselect(page, wanted)) {
            wanted = null;
            table.scrollTo(table.getSelectionModel().getSelectedIndex());
        }
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
        return columns.copied(selected());
    }

    private void fetch(int page) {
        int mine = turn.get();
        // not while the table is laying itself out, which is when rows are asked for
        work.ui().execute(() -> ask(page, mine, answer -> take(page, answer)));
    }

    private void ask(int page, int mine, Consumer<PageSource.Rows<T>> done) {
        PageSource.Window window = window(page);
        PageSource<T> now = source.get();
        work.run(
                () -> now.rows(window),
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
        return window(new Span(page * PagedRows.PAGE, PagedRows.PAGE));
    }

    /** That stretch of the list in the order that is chosen now. */
    public PageSource.Window window(Span span) {
        TableLayout.Kept now = layout.now();
        return new PageSource.Window(span.from(), span.count(), now.sort(), now.descending());
    }

    /** Says how all rows can be read later, as they are narrowed and sorted when it is asked. */
    public void whole(Supplier<ListExport.Pages<T>> pages) {
        whole = pages;
    }

    @Override
    public String name() {
        return table.getId();
    }

    @Override
    public ListExport.Wish<T> wish(String title, List<Cover.Fact> about) {
        return new ListExport.Wish<>(
                title,
                about,
                columns.fields(),
                Objects.requireNonNull(whole, "see whole()").get());
    }

    @Override
    public void exportedBy(Runnable act) {
        menu.always(name() + "-to-excel", Texts.of("table.export"), "file-earmark-spreadsheet", act);
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
            var _ = reselect(page, selectedKey);
        }
        seek(page);
    }

    private boolean reselect(int page, Object selectedKey) {
        int from = page * PagedRows.PAGE;
        for (int i = from; i < Math.min(rows.size(), from + PagedRows.PAGE); i++) {
            T row = rows.peek(i);
            if (row != null && key.apply(row).equals(selectedKey)) {
                if (table.getSelectionModel().getSelectedIndex() != i) {
                    table.getSelectionModel().clearAndSelect(i);
                }
                chosen.set(row);
                return true;
            }
        }
        return false;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void press(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
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
