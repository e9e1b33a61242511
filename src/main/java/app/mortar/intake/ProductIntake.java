package app.mortar.intake;

import static app.mortar.intake.ProductColumn.*;

import app.mortar.catalogue.ProductList;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Gtin;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The desk for products lists: new SKUs are listed, known ones edited, all of the file or nothing of it. A column that
 * the list does not have leaves what is known; a blank cell clears it.
 */
public final class ProductIntake {
    private final Transactions transactions;
    private final ProductSheet sheet;
    private final ProductList products;

    public ProductIntake(Transactions transactions, ProductSheet sheet, ProductList products) {
        this.transactions = transactions;
        this.sheet = sheet;
        this.products = products;
    }

    /** Takes a list. */
    public Intake take(Actor actor, Path file, Intake.Progress progress) {
        return read(actor, file, progress, rows -> transactions.write(actor, tx -> save(tx, rows)));
    }

    /** What would come of it? Nothing stays. */
    public Intake rehearse(Actor actor, Path file, Intake.Progress progress) {
        return read(actor, file, progress, rows -> transactions.rehearse(actor, tx -> save(tx, rows)));
    }

    private Intake read(
            Actor actor,
            Path file,
            Intake.Progress progress,
            Function<Reading.Rows<ProductRow, ProductColumn>, Intake> booking) {
        actor.must(Permission.IMPORT);
        progress.reached("Reading " + file.getFileName());
        return switch (sheet.read(file)) {
            case Reading.Unusable<ProductRow, ProductColumn> no -> new Intake.Unusable(no.sentence());
            case Reading.Faulty<ProductRow, ProductColumn> no -> new Intake.Faulty(no.faults());
            case Reading.Rows<ProductRow, ProductColumn> rows -> {
                progress.reached("Booking " + rows.rows().size() + " rows");
                yield booking.apply(rows);
            }
        };
    }

    private Intake save(Tx tx, Reading.Rows<ProductRow, ProductColumn> list) {
        List<ProductList.Entry> entries = list.rows().stream()
                .map(row -> new ProductList.Entry(row.sku(), known -> row.over(known, list.layout())))
                .toList();
        return switch (products.save(tx, entries)) {
            case ProductList.Outcome.Saved saved ->
                new Intake.Products(saved.added(), saved.changed(), saved.unchanged(), list.remarks());
            case ProductList.Outcome.Refused no ->
                new Intake.Faulty(Faults.inRowOrder(
                        no.refusals(),
                        refusal -> list.rows().get(refusal.entry()).row(),
                        refusal -> fault(list, refusal)));
        };
    }

    private static Fault fault(Reading.Rows<ProductRow, ProductColumn> list, ProductList.Refusal refusal) {
        ProductRow row = list.rows().get(refusal.entry());
        return switch (refusal.why()) {
            case GTIN -> list.layout().fault(GTIN, row.row(), said(row.gtin()), refusal.message());
            case EXPIRES -> list.layout().fault(EXPIRES, row.row(), said(row.expires()), refusal.message());
        };
    }

    private static String said(@Nullable Gtin gtin) {
        return gtin == null ? "" : gtin.digits();
    }

    private static String said(@Nullable Boolean expires) {
        return expires == null ? "" : expires ? "yes" : "no";
    }
}
