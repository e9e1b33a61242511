package app.mortar.desktop.widget;

import app.mortar.report.ListExport;
import app.mortar.workbook.Cover;
import java.util.List;

/** A table that can be taken along as a workbook. On the user interface's thread. */
public interface Exportable {
    /** Its test id. */
    String name();

    /**
     * All of its rows as it is narrowed and sorted at this moment; read later.
     *
     * @param title what the list is called
     * @param about what it was narrowed to
     */
    ListExport.Wish<?> wish(String title, List<Cover.Fact> about);

    /** Puts "Export to Excel" into its menu. */
    void exportedBy(Runnable act);
}
