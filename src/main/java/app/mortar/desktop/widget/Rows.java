package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import app.mortar.kernel.Stretch;
import app.mortar.report.ListExport;
import app.mortar.workbook.Cover;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A short table whose rows are all here, such as the batches of one product. What is chosen stays chosen. */
public final class Rows<T> extends TableView<@Nullable T> implements Exportable {
    private final Columns<T> columns = new Columns<>(this);
    private final TableLayout layout = new TableLayout(this);
    private final TableMenu<T> menu;
    private Function<T, Object> key = row -> row;

    public Rows(String id) {
        setId(id);
        menu = new TableMenu<>(this, this::chosen);
        setPlaceholder(new Label(Formats.NONE));
        setMinWidth(0);
        setMaxHeight(Region.USE_PREF_SIZE);
    }

    /** Adds columns, from left to right. */
    @SafeVarargs
    public final Rows<T> columns(Column<T>... more) {
        for (Column<T> column : more) {
            columns.add(column);
        }
        layout.made();
        return this;
    }

    /** Rows of 52 px, for two lines in a cell. */
    public Rows<T> tall() {
        getStyleClass().add("tall");
        return this;
    }

    /** What can be done with a row: in its menu. */
    @SafeVarargs
    public final Rows<T> acts(RowAct<T>... more) {
        for (RowAct<T> act : more) {
            menu.act(act);
        }
        return this;
    }

    /** How its columns are arranged, to be remembered. */
    public TableLayout arrangement() {
        return layout;
    }

    @Override
    public String name() {
        return getId();
    }

    @Override
    public ListExport.Wish<T> wish(String title, List<Cover.Fact> about) {
        List<T> all = new ArrayList<>();
        for (T row : getItems()) {
            if (row != null) {
                all.add(row);
            }
        }
        return new ListExport.Wish<>(title, about, columns.fields(), (tx, span) -> Stretch.of(all, span));
    }

    @Override
    public void exportedBy(Runnable act) {
        menu.always(name() + "-to-excel", Texts.of("table.export"), "file-earmark-spreadsheet", act);
    }

    /**
     * Shows these rows as they come and go; none is chosen by itself.
     *
     * @param nothing what it says while there are none
     */
    public Rows<T> follow(ObservableList<T> rows, String nothing) {
        setPlaceholder(new Label(nothing));
        setMaxHeight(Double.MAX_VALUE);
        Bindings.bindContent(getItems(), rows);
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
