package app.mortar.http;

import app.mortar.kernel.Gtin;
import app.mortar.stock.BatchName;
import app.mortar.stock.ProductRef;
import app.mortar.stock.Wanted;

/** How the same things are read in every route: skus, batches, quantities, items. */
final class Words {
    static final int SKU = 64;

    static final int BATCH_NUMBER = 40;
    static final int REFERENCE = 100;
    static final int NOTE = 500;

    private static final String BLANKS = "This must not begin or end with a blank.";

    private Words() {}

    static Field<String> sku(Fields form) {
        return form.text("sku", SKU).check(Words::isTrimmed, BLANKS);
    }

    static Field<String> batchNumber(Form form) {
        return form.text("batchNumber", BATCH_NUMBER).check(Words::isTrimmed, BLANKS);
    }

    private static boolean isTrimmed(String text) {
        return text.strip().length() == text.length();
    }

    static int quantity(Form form) {
        return form.integer("quantity", 1).required();
    }

    static Field<Gtin> gtin(Form form) {
        return form.text("gtin", 14).as(Gtin::of);
    }

    static BatchName batch(Form form) {
        return new BatchName(
                sku(form).required(),
                batchNumber(form).required(),
                form.date("expiryDate").optional());
    }

    /** One product and how many units of it: {@code {"sku" or "productId", "quantity"}}. */
    static Wanted item(Form form) {
        return new Wanted(product(form), quantity(form));
    }

    private static ProductRef product(Form form) {
        String sku = sku(form).optional();
        String id = form.text("productId", SKU).optional();
        if (form.has("sku") && form.has("productId")) {
            form.mistake("productId", "Name the product by sku or by productId, not by both.");
        } else if (!form.has("sku") && !form.has("productId")) {
            form.mistake("sku", "This is required (or productId).");
        }
        if (sku != null) {
            return new ProductRef.BySku(sku);
        }
        return new ProductRef.ById(id == null ? "" : id);
    }
}
