package app.mortar.desktop.shell;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Press;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** "Export to Excel" in the head of a table's card; a bar and the way to give it up while a file is written. */
public final class ExportBar extends HBox {
    private final Press begin;

    /**
     * The button.
     *
     * @param table the table's test id, with which the ids here begin
     */
    ExportBar(String table, Exporting act) {
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(4);
        setMinWidth(USE_PREF_SIZE);
        ProgressBar bar = new ProgressBar();
        bar.setId(table + "-export-progress");
        bar.setAccessibleText(Texts.of("table.exporting"));
        bar.setPrefWidth(96);
        bar.progressProperty().bind(act.progress());
        Press cancel = Press.icon(table + "-export-cancel", "x", Texts.of("table.cancel-export"), act::cancel);
        Press open = Press.icon(table + "-export-open", "box-arrow-up-right", Texts.of("table.open-file"), act::open);
        begin = Press.quiet(table + "-export", Texts.of("table.export"), "file-earmark-spreadsheet", act::begin);
        shownWhile(bar, act.running());
        shownWhile(cancel, act.running());
        shownWhile(open, act.file().isNotNull());
        shownWhile(begin, act.running().not());
        getChildren().addAll(bar, cancel, open, begin);
    }

    /** Only the icon: for narrow cards. */
    public ExportBar brief() {
        begin.onlyIcon();
        return this;
    }

    private static void shownWhile(Node node, ObservableBooleanValue shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
