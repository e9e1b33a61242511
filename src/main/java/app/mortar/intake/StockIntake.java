package app.mortar.intake;

import static app.mortar.intake.StockColumn.*;

import app.mortar.catalogue.ProductList;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.stock.GoodsIn;
import app.mortar.stock.OpeningStock;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The desk for opening stock lists: what lies on the shelves is booked in, all of the file or nothing of it, once. */
public final class StockIntake {
    private final Transactions transactions;
    private final StockSheet sheet;
    private final OpeningStock stock;
    private final ProductList products;

    public StockIntake(Transactions transactions, StockSheet sheet, OpeningStock stock, ProductList products) {
        this.transactions = transactions;
        this.sheet = sheet;
        this.stock = stock;
        this.products = products;
    }

    /**
     * Books a list.
     *
     * @param withExpired whether rows may be past their date
     */
    public Intake take(Actor actor, Path file, boolean withExpired, Intake.Progress progress) {
        return read(actor, file, progress, rows -> transactions.write(actor, tx -> book(tx, rows, withExpired)));
    }

    /** What would come of it? Nothing stays. */
    public Intake rehearse(Actor actor, Path file, boolean withExpired, Intake.Progress progress) {
        return read(actor, file, progress, rows -> transactions.rehearse(actor, tx -> book(tx, rows, withExpired)));
    }

    private Intake read(
            Actor actor,
            Path file,
            Intake.Progress progress,
            Function<Reading.Rows<StockRow, StockColumn>, Intake> booking) {
        actor.must(Permission.IMPORT);
        progress.reached("Reading " + file.getFileName());
        return switch (sheet.read(file)) {
            case Reading.Unusable<StockRow, StockColumn> no -> new Intake.Unusable(no.sentence());
            case Reading.Faulty<StockRow, StockColumn> no -> new Intake.Faulty(no.faults());
            case Reading.Rows<StockRow, StockColumn> rows -> {
                progress.reached("Booking " + rows.rows().size() + " rows");
                yield booking.apply(rows);
            }
        };
    }

    private Intake book(Tx tx, Reading.Rows<StockRow, StockColumn> list, boolean withExpired) {
        List<GoodsIn.Line> lines = list.rows().stream()
                .map(row -> new GoodsIn.Line(
                        row.sku(), row.batchNumber(), row.expiryDate(), row.quantity(), row.unitCost()))
                .toList();
        return switch (stock.book(tx, new OpeningStock.Stocktake(lines, withExpired))) {
            case OpeningStock.Outcome.BookedBefore before -> new Intake.BookedBefore(before.at());
            case OpeningStock.Outcome.Refused no ->
                new Intake.Faulty(Faults.inRowOrder(
                        no.refusals(),
                        refusal -> list.rows().get(refusal.line()).row(),
                        refusal -> fault(list, refusal)));
            case OpeningStock.Outcome.Booked booked -> {
                List<String> remarks = new ArrayList<>(list.remarks());
                products.shelve(tx, shelves(list.rows(), remarks));
                yield new Intake.Stock(booked.products(), booked.batches(), booked.units(), remarks);
            }
        };
    }

    private static Fault fault(Reading.Rows<StockRow, StockColumn> list, OpeningStock.Refusal refusal) {
        StockRow row = list.rows().get(refusal.line());
        return switch (refusal.why()) {
            case PRODUCT -> list.layout().fault(SKU, row.row(), row.sku(), refusal.message());
            case BATCH -> list.layout().fault(BATCH_NUMBER, row.row(), row.batchNumber(), refusal.message());
            case QUANTITY -> list.layout().fault(QUANTITY, row.row(), "" + row.quantity(), refusal.message());
            case EXPIRY ->
                list.layout()
                        .fault(
                                EXPIRY_DATE,
                                row.row(),
                                row.expiryDate() == null ? "" : row.expiryDate().toString(),
                                refusal.message());
        };
    }

    /** Where the list says that a product stands; the first of its rows counts. */
    private static Map<String, String> shelves(List<StockRow> rows, List<String> remarks) {
        Map<String, String> shelves = new LinkedHashMap<>();
        for (StockRow row : rows) {
            String shelf = row.shelf();
            String earlier = shelf == null ? null : shelves.putIfAbsent(row.sku(), shelf);
            if (earlier != null && !earlier.equals(shelf)) {
                remarks.add("Row " + row.row() + " has " + row.sku() + " on shelf " + shelf + ", an earlier row on "
                        + earlier + ", which was kept: a product has one shelf.");
            }
        }
        return shelves;
    }
}
