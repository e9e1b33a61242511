package app.mortar.desktop.widget;

import app.mortar.desktop.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The menu of a list that has no other acts: "Export to Excel". */
public final class ExportMenu {
    private ExportMenu() {}

    /**
     * The menu.
     *
     * @param list the list's test id, with which the item's begins
     */
    public static ContextMenu of(String list, Runnable act) {
        MenuItem item = new MenuItem(Texts.of("table.export"), Icon.of("file-earmark-spreadsheet", 13, "muted"));
        item.setId(list + "-to-excel");
        item.setOnAction(event -> act.run());
        return new ContextMenu(item);
    }
}
