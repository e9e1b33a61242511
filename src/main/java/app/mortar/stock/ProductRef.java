package app.mortar.stock;

/** How somebody outside names a product. */
public sealed interface ProductRef {
    /** The words the sender used, for messages. */
    String said();

    /** By its sku. */
    record BySku(String said) implements ProductRef {}

    /** By the id that we gave out. */
    record ById(String said) implements ProductRef {}
}
