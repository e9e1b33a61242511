package app.mortar.desktop.holds;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.Icon;
import app.mortar.kernel.Stretch;
import app.mortar.report.Field;
import app.mortar.report.ListExport;
import app.mortar.reservation.HoldBoard;
import app.mortar.workbook.Cover;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;

/** The live holds as a list to take along: a row for each product of each cart. */
final class HoldsList implements Exportable {
    private record Line(HoldBoard.Row hold, HoldBoard.Item item) {}

    private final ListView<HoldBoard.Row> list;
    private final Supplier<List<HoldBoard.Row>> rows;
    private final List<Field<Line>> fields;

    HoldsList(ListView<HoldBoard.Row> list, Supplier<List<HoldBoard.Row>> rows, Formats formats) {
        this.list = list;
        this.rows = rows;
        this.fields = List.of(
                Field.text(Texts.of("holds.col-cart"), 30, line -> line.hold().title()),
                Field.text(
                        Texts.of("holds.col-by"),
                        14,
                        line -> Texts.of(line.hold().byShop() ? "holds.by-shop" : "holds.by-counter")),
                Field.text(Texts.of("stock.product"), 42, line -> line.item().name()),
                Field.<Line>whole(Texts.of("orders.packs"), line ->
                                (long) line.item().quantity())
                        .total(),
                Field.moment(
                        Texts.of("holds.col-until"),
                        line -> formats.onTheWall(line.hold().expiresAt())));
    }

    @Override
    public String name() {
        return list.getId();
    }

    @Override
    public ListExport.Wish<?> wish(String title, List<Cover.Fact> about) {
        List<Line> lines = rows.get().stream()
                .flatMap(hold -> hold.items().stream().map(item -> new Line(hold, item)))
                .toList();
        return new ListExport.Wish<>(title, about, fields, (tx, span) -> Stretch.of(lines, span));
    }

    @Override
    public void exportedBy(Runnable act) {
        MenuItem item = new MenuItem(Texts.of("table.export"), Icon.of("file-earmark-spreadsheet", 13, "muted"));
        item.setId(name() + "-to-excel");
        item.setOnAction(event -> act.run());
        list.setContextMenu(new ContextMenu(item));
    }
}
