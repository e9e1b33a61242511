package app.mortar.desktop.holds;

import app.mortar.desktop.Texts;
import app.mortar.desktop.widget.Exportable;
import app.mortar.desktop.widget.Formats;
import app.mortar.desktop.widget.ListWorkbook;
import app.mortar.report.Field;
import app.mortar.reservation.HoldBoard;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ListView;

/** The live holds as a list to take along: a row for each product of each cart. */
final class HoldsList {
    private record Line(HoldBoard.Row hold, HoldBoard.Item item) {}

    private HoldsList() {}

    static Exportable of(ListView<HoldBoard.Row> list, Supplier<List<HoldBoard.Row>> rows, Formats formats) {
        List<Field<Line>> fields = List.of(
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
        return new ListWorkbook<>(list, () -> lines(rows.get()), fields);
    }

    private static List<Line> lines(List<HoldBoard.Row> holds) {
        return holds.stream()
                .flatMap(hold -> hold.items().stream().map(item -> new Line(hold, item)))
                .toList();
    }
}
