package app.mortar.desktop.reports;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.ExportMenu;
import app.mortar.desktop.widget.Formats;
import app.mortar.report.Reports;
import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The first rows of one list of a report, as a table. */
final class PreviewTab {
    /** A full date has to be read. */
    private static final double NARROWEST = 104;

    private PreviewTab() {}

    /**
     * The tab.
     *
     * @param export writes the whole list
     */
    static Tab of(Reports.Preview.Part part, Formats formats, Runnable export) {
        TableView<List<Cell>> table = new TableView<>();
        table.setId("preview-" + part.name());
        for (int i = 0; i < part.columns().size(); i++) {
            table.getColumns().add(column(part.columns().get(i), i, formats));
        }
        table.getItems().setAll(part.rows());
        table.setPlaceholder(new Label(Texts.of("reports.no-rows")));
        table.setContextMenu(ExportMenu.of(table.getId(), export));
        return new Tab(part.name() + (part.more() ? " …" : " (" + part.rows().size() + ")"), table);
    }

    private static TableColumn<List<Cell>, String> column(NewSheet.Column said, int index, Formats formats) {
        TableColumn<List<Cell>, String> column = new TableColumn<>(said.heading());
        column.setPrefWidth(Math.max(NARROWEST, said.width() * 7.2));
        column.setSortable(false);
        column.setReorderable(false);
        if (said.format().startsWith("#")) {
            column.getStyleClass().add("right");
        }
        column.setCellValueFactory(
                row -> new SimpleStringProperty(shown(row.getValue().get(index), said, formats)));
        return column;
    }

    private static String shown(Cell cell, NewSheet.Column column, Formats formats) {
        return switch (cell) {
            case Cell.Date date -> formats.date(date.day());
            case Cell.Numeric number ->
                column.format().contains("h")
                        ? number.shown().replace('T', ' ')
                        : column.format().contains(".")
                                ? formats.money(number.value())
                                : formats.number(number.value().longValue());
            case Cell other -> other.shown();
        };
    }
}
