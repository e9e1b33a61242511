package app.mortar.desktop.widget;

import app.mortar.kernel.Stretch;
import app.mortar.report.Field;
import app.mortar.report.ListExport;
import app.mortar.workbook.Cover;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListView;

/** A list of lines whose rows are all here, as a table to take along: what a line says in words has columns there. */
public final class ListWorkbook<R> implements Exportable {
    private final ListView<?> list;
    private final Supplier<List<R>> rows;
    private final List<Field<R>> fields;

    /**
     * The table.
     *
     * @param list its lines, with the test id
     * @param rows what goes out; asked on the user interface's thread
     */
    public ListWorkbook(ListView<?> list, Supplier<List<R>> rows, List<Field<R>> fields) {
        this.list = list;
        this.rows = rows;
        this.fields = List.copyOf(fields);
    }

    @Override
    public String name() {
        return list.getId();
    }

    @Override
    public ListExport.Wish<?> wish(String title, List<Cover.Fact> about) {
        List<R> now = List.copyOf(rows.get());
        return new ListExport.Wish<>(title, about, fields, (tx, span) -> Stretch.of(now, span));
    }

    @Override
    public void exportedBy(Runnable act) {
        list.setContextMenu(ExportMenu.of(name(), act));
    }
}
