package app.mortar.intake;

/** The columns of a count sheet. */
public enum CountColumn implements Heading {
    SKU("SKU", true, "As printed; do not change it."),
    PRODUCT("Product", false, "For the eye only."),
    SHELF("Shelf", false, "For the eye only."),
    BATCH_NUMBER("Batch number", true, "As printed on the pack. A batch that is not listed gets a row of its own."),
    EXPIRY_DATE("Expiry date", true, "2027-03-31. Blank for sundries only."),
    COUNTED("Counted", true, "Whole units found. 0 means that none were found; blank means not counted.");

    private final String heading;
    private final boolean required;
    private final String help;

    CountColumn(String heading, boolean required, String help) {
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
