package app.mortar.intake;

import app.mortar.catalogue.ProductForm;
import app.mortar.kernel.Gtin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between two descriptions of a product, by the headings of the products list. */
final class FieldChanges {
    private record Part(ProductColumn column, Function<ProductForm, @Nullable Object> value) {}

    private static final List<Part> PARTS = List.of(
            new Part(ProductColumn.NAME, ProductForm::name),
            new Part(ProductColumn.GTIN, ProductForm::gtin),
            new Part(ProductColumn.GENERIC_NAME, ProductForm::genericName),
            new Part(ProductColumn.STRENGTH, ProductForm::strength),
            new Part(ProductColumn.FORM, ProductForm::form),
            new Part(ProductColumn.ATC_CODE, ProductForm::atcCode),
            new Part(ProductColumn.CATEGORY, ProductForm::category),
            new Part(ProductColumn.SUPPLIER, ProductForm::supplier),
            new Part(ProductColumn.SHELF, ProductForm::shelf),
            new Part(ProductColumn.MINIMUM_LEVEL, ProductForm::minStockLevel),
            new Part(ProductColumn.REORDER_QUANTITY, ProductForm::reorderQuantity),
            new Part(ProductColumn.PRICE, ProductForm::price),
            new Part(ProductColumn.CONTROLLED, ProductForm::controlled),
            new Part(ProductColumn.EXPIRES, ProductForm::expires),
            new Part(ProductColumn.ACTIVE, ProductForm::active));

    private FieldChanges() {}

    /** The cells that differ; all that say something, for a product that was not there. */
    static List<RoundTrip.FieldChange> of(@Nullable ProductForm before, ProductForm after) {
        List<RoundTrip.FieldChange> changes = new ArrayList<>();
        for (Part part : PARTS) {
            String was = before == null ? "" : said(part.value().apply(before));
            String is = said(part.value().apply(after));
            if (!was.equals(is)) {
                changes.add(new RoundTrip.FieldChange(part.column().heading(), was, is));
            }
        }
        return changes;
    }

    /** As the cell of a column holds it. */
    static String cell(ProductColumn column, ProductForm form) {
        if (column == ProductColumn.SKU) {
            return form.sku();
        }
        return PARTS.stream()
                .filter(part -> part.column() == column)
                .map(part -> said(part.value().apply(form)))
                .findFirst()
                .orElseThrow();
    }

    private static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean yes -> yes ? "yes" : "no";
            case Gtin gtin -> gtin.digits();
            case BigDecimal amount -> amount.stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }
}
