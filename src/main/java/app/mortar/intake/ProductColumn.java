package app.mortar.intake;

/** The columns of a products list. */
public enum ProductColumn implements Heading {
    SKU("SKU", true, "Your own code of the product. Every product once."),
    NAME("Name", true, "What it is called on the shelf, e.g. Paracetamol 500 mg tablets 20."),
    GTIN("GTIN", false, "The number under the barcode: 8, 12, 13 or 14 digits."),
    GENERIC_NAME("Generic name", false, "The active substance, e.g. Paracetamol."),
    STRENGTH("Strength", false, "E.g. 500 mg."),
    FORM("Form", false, "E.g. tablet, syrup."),
    ATC_CODE("ATC code", false, "E.g. N02BE01."),
    CATEGORY("Category", false, "Your own grouping."),
    SUPPLIER("Supplier", false, "Whom you buy it from."),
    SHELF("Shelf", false, "Where it stands, e.g. A3."),
    MINIMUM_LEVEL("Minimum level", false, "Whole units; below this you are alerted. 0 or blank: no alert."),
    REORDER_QUANTITY("Reorder quantity", false, "Whole units to order when it runs low."),
    PRICE("Price", false, "Per unit, at most 4 decimals, e.g. 12.50."),
    CONTROLLED("Controlled", false, "yes or no; blank means no."),
    EXPIRES("Expires", false, "yes or no; no only for sundries without an expiry date. Blank means yes."),
    ACTIVE("Active", false, "yes or no; no for what you no longer sell. Blank means yes.");

    private final String heading;
    private final boolean required;
    private final String help;

    ProductColumn(String heading, boolean required, String help) {
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
