package app.mortar.intake;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.catalogue.ProductList;
import app.mortar.kernel.Actor;
import app.mortar.kernel.Permission;
import app.mortar.store.Transactions;
import app.mortar.store.Tx;
import app.mortar.workbook.WorkbookReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.LockMode;
import org.jspecify.annotations.Nullable;

/**
 * Products out to Excel and back: exported with row ids, edited by hand, looked at again before anything is saved, and
 * saved only if nobody else has changed the same products since the export.
 */
public final class RoundTrip {
    private final Transactions transactions;
    private final ProductSheet sheet;
    private final WorkbookReader workbooks;
    private final ProductList products;

    public RoundTrip(Transactions transactions, WorkbookReader workbooks, ProductList products) {
        this.transactions = transactions;
        this.sheet = new ProductSheet(workbooks);
        this.workbooks = workbooks;
        this.products = products;
    }

    /** What an edited list would change; nothing is saved yet. */
    public sealed interface Looked {
        /** Row by row; rows that change nothing are left out. */
        record Changes(List<Change> changes, int unchanged) implements Looked {
            public Changes {
                changes = List.copyOf(changes);
            }

            /** The same without the rows of products that somebody else has changed since the export. */
            public Changes withoutMeanwhile() {
                List<Change> rest =
                        changes.stream().filter(change -> !change.meanwhile()).toList();
                return new Changes(rest, unchanged);
            }
        }

        /** Something must be mended first; the faults can be written into the list as comments. */
        record Faulty(Faults faults) implements Looked {}

        /** It is no such list, or no workbook at all. */
        record Unusable(String sentence) implements Looked {}
    }

    /**
     * A row that says something else than the books.
     *
     * @param row in the sheet, from 1
     * @param id the product's; null for a new one
     * @param fields what changes; all that is said, for a new product
     * @param seen when the product had been changed last, at the export
     * @param meanwhile whether somebody else has changed the product since
     */
    public record Change(
            int row,
            @Nullable Long id,
            String sku,
            List<FieldChange> fields,
            ProductForm form,
            @Nullable Instant seen,
            boolean meanwhile) {
        public Change {
            fields = List.copyOf(fields);
        }
    }

    /** One cell: before and after as people read them; empty for nothing. */
    public record FieldChange(String heading, String before, String after) {}

    /** What came of saving. */
    public sealed interface Applied {
        record Saved(int added, int changed) implements Applied {}

        /** Somebody else has changed these products since the export; nothing was saved. */
        record ChangedMeanwhile(List<Change> rows) implements Applied {}

        /** The list cannot be saved as it stands; nothing was. */
        record Faulty(Faults faults) implements Applied {}
    }

    /** Writes all products with their row ids; answers how many. */
    public int export(Actor actor, Path target) {
        actor.must(Permission.EDIT_PRODUCTS);
        return transactions.snapshot(actor, tx -> ProductExport.write(tx, target));
    }

    /** Reads an edited list and says what it would change. */
    public Looked look(Actor actor, Path file) {
        actor.must(Permission.EDIT_PRODUCTS);
        return switch (sheet.read(file)) {
            case Reading.Unusable<ProductRow, ProductColumn>(String sentence) -> new Looked.Unusable(sentence);
            case Reading.Faulty<ProductRow, ProductColumn>(Faults faults) -> new Looked.Faulty(faults);
            case Reading.Rows<ProductRow, ProductColumn> rows -> look(actor, file, rows);
        };
    }

    private Looked look(Actor actor, Path file, Reading.Rows<ProductRow, ProductColumn> rows) {
        return switch (new RowIds(workbooks).read(file)) {
            case Reading.Unusable<RowIds.Row, RowIdColumn>(String sentence) -> new Looked.Unusable(sentence);
            case Reading.Faulty<RowIds.Row, RowIdColumn>(Faults faults) -> new Looked.Faulty(faults);
            case Reading.Rows<RowIds.Row, RowIdColumn> ids ->
                transactions.rehearse(actor, tx -> compared(tx, rows, ids));
        };
    }

    private Looked compared(
            Tx tx, Reading.Rows<ProductRow, ProductColumn> rows, Reading.Rows<RowIds.Row, RowIdColumn> ids) {
        Map<Integer, RowIds.Row> byRow = new HashMap<>();
        ids.rows().forEach(id -> byRow.put(id.row(), id));
        Map<Long, Product> known = known(
                tx,
                ids.rows().stream()
                        .map(RowIds.Row::id)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .toList());
        List<Change> changes = new ArrayList<>();
        Findings findings = new Findings();
        for (ProductRow row : rows.rows()) {
            RowIds.Row tie = byRow.get(row.row());
            Long id = tie == null ? null : tie.id();
            Product product = id == null ? null : known.get(id);
            if (id != null && (product == null || !product.sku().equals(row.sku()))) {
                findings.fault(ids.layout()
                        .fault(
                                RowIdColumn.SKU,
                                row.row(),
                                row.sku(),
                                "The SKU does not belong to this row id. Put the old one back, or clear the row id to"
                                        + " add a product."));
                continue;
            }
            ProductForm before = product == null ? null : product.asForm();
            ProductForm after = row.over(before, rows.layout());
            if (!after.equals(before)) {
                Instant seen = tie == null ? null : tie.seen();
                boolean meanwhile = product != null && !product.updatedAt().equals(seen);
                changes.add(
                        new Change(row.row(), id, row.sku(), FieldChanges.of(before, after), after, seen, meanwhile));
            }
        }
        if (!findings.clean()) {
            return new Looked.Faulty(findings.faults());
        }
        Faults refused = refused(tx, rows, changes);
        return refused == null
                ? new Looked.Changes(changes, rows.rows().size() - changes.size())
                : new Looked.Faulty(refused);
    }

    private static Map<Long, Product> known(Tx tx, List<Long> ids) {
        Map<Long, Product> known = new HashMap<>();
        if (!ids.isEmpty()) {
            tx.session()
                    .createSelectionQuery("from Product p where p.id in :ids order by p.id", Product.class)
                    .setParameter("ids", ids)
                    .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(product -> known.put(product.id().value(), product));
        }
        return known;
    }

    /** What the catalogue would refuse, tried in a transaction that does not stay. */
    private @Nullable Faults refused(Tx tx, Reading.Rows<ProductRow, ProductColumn> rows, List<Change> changes) {
        return switch (save(tx, changes)) {
            case ProductList.Outcome.Saved saved -> null;
            case ProductList.Outcome.Refused no ->
                Faults.inRowOrder(
                        no.refusals(), refusal -> changes.get(refusal.entry()).row(), refusal -> rows.layout()
                                .fault(
                                        refusal.why() == ProductList.Why.GTIN
                                                ? ProductColumn.GTIN
                                                : ProductColumn.EXPIRES,
                                        changes.get(refusal.entry()).row(),
                                        "",
                                        refusal.message()));
        };
    }

    private ProductList.Outcome save(Tx tx, List<Change> changes) {
        return products.save(
                tx,
                changes.stream()
                        .map(change -> new ProductList.Entry(change.sku(), known -> change.form()))
                        .toList());
    }

    /** Saves what was looked at: all of it, or nothing. */
    public Applied apply(Actor actor, Looked.Changes looked) {
        actor.must(Permission.EDIT_PRODUCTS);
        return transactions.write(actor, tx -> {
            Map<Long, Product> known = known(
                    tx,
                    looked.changes().stream()
                            .map(Change::id)
                            .filter(Objects::nonNull)
                            .map(Objects::requireNonNull)
                            .toList());
            List<Change> meanwhile = looked.changes().stream()
                    .filter(change -> change.id() != null)
                    .filter(change -> {
                        Product product = known.get(change.id());
                        return product == null || !product.updatedAt().equals(change.seen());
                    })
                    .toList();
            if (!meanwhile.isEmpty()) {
                return new Applied.ChangedMeanwhile(meanwhile);
            }
            return switch (save(tx, looked.changes())) {
                case ProductList.Outcome.Saved saved -> new Applied.Saved(saved.added(), saved.changed());
                case ProductList.Outcome.Refused no ->
                    new Applied.Faulty(Faults.inRowOrder(
                            no.refusals(),
                            refusal -> looked.changes().get(refusal.entry()).row(),
                            refusal -> new Fault(
                                    "",
                                    "A" + looked.changes().get(refusal.entry()).row(),
                                    "",
                                    refusal.message())));
            };
        });
    }
}
