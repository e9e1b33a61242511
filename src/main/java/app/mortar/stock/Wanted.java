package app.mortar.stock;

/** A line of a request: so many units of a product, at least one. */
public record Wanted(ProductRef product, int quantity) {
    public Wanted {
        if (quantity < 1) {
            throw new IllegalArgumentException("At least one unit: " + quantity);
        }
    }
}
