package app.mortar.intake;

/** The columns of a stock list. */
public enum StockColumn implements Heading {
    SKU("SKU", true, "Your own code of the product, as in the products list."),
    BATCH_NUMBER("Batch number", true, "As printed on the pack. Every batch of a product once."),
    EXPIRY_DATE("Expiry date", true, "2027-03-31, or 2027-03 for the last day of that month. Blank for sundries only."),
    QUANTITY("Quantity", true, "Whole units on the shelf, more than 0."),
    UNIT_COST("Unit cost", false, "What one unit cost, at most 4 decimals, e.g. 8.75."),
    SHELF("Shelf", false, "Where it stands, e.g. A3.");

    private final String heading;
    private final boolean required;
    private final String help;

    StockColumn(String heading, boolean required, String help) {
        this.heading = heading;
        this.required = required;
        this.help = help;
    }

    @Override
    public String heading() {
        return heading;
    }

    @Override
    public boolean required() {
        return required;
    }

    @Override
    public String help() {
        return help;
    }
}
