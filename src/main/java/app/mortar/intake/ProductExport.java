package app.mortar.intake;

import app.mortar.catalogue.Product;
import app.mortar.catalogue.ProductForm;
import app.mortar.store.Tx;
import app.mortar.workbook.Cell;
import app.mortar.workbook.NewSheet;
import app.mortar.workbook.WorkbookWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All products as a list that can be edited and taken in again; every cell is text, as in the template. */
final class ProductExport {
    private ProductExport() {}

    static int write(Tx tx, Path target) {
        List<Product> products = tx.session()
                .createSelectionQuery("from Product p order by p.sku", Product.class)
                .getResultList();
        List<NewSheet.Column> columns = Stream.concat(
                        Arrays.stream(ProductColumn.values()), Stream.of(RowIdColumn.ROW_ID, RowIdColumn.LAST_CHANGED))
                .map(heading -> new NewSheet.Column(
                        ((Heading) heading).heading(),
                        heading == ProductColumn.NAME ? 36 : 16,
                        "@",
                        ((Heading) heading).help(),
                        NewSheet.Entry.ANYTHING))
                .toList();
        WorkbookWriter.write(
                target,
                List.of(NewSheet.list(
                        "Products",
                        columns,
                        products.stream().map(ProductExport::row).toList())));
        return products.size();
    }

    private static List<Cell> row(Product product) {
        ProductForm form = product.asForm();
        List<Cell> cells = new ArrayList<>();
        for (ProductColumn column : ProductColumn.values()) {
            cells.add(Cell.of(FieldChanges.cell(column, form)));
        }
        cells.add(Cell.of(Long.toString(product.id().value())));
        cells.add(Cell.of(product.updatedAt().toString()));
        return cells;
    }
}
