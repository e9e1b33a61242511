package app.mortar.intake;

/** The columns that tie a row of an exported products list to its product; nobody edits them. */
public enum RowIdColumn implements Heading {
    SKU("SKU", true, "The product's code; it cannot change in a row that has a row id."),
    ROW_ID("Row id", true, "Which product this row is. Leave it; blank in a new row."),
    LAST_CHANGED("Last changed", true, "When the product was changed last. Leave it.");

    private final String heading;
    private final boolean required;
    private final String help;

    RowIdColumn(String heading, boolean required, String help) {
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
