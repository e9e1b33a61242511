package app.mortar.report;

import java.util.Arrays;
import java.util.Optional;

/** The reports that there are. */
public enum ReportName {
    EXPIRY_WASTE("expiry-waste", "Expiry & Waste", "What has expired, what will, and what was written off.", true),
    STOCK_ON_HAND("stock-on-hand", "Stock on hand", "Every product and batch as it stands now.", false),
    MOVEMENTS("movements", "Movements", "The ledger, row by row.", true),
    LOW_STOCK("low-stock", "Low stock", "Products whose good units are below their minimum now.", false),
    VALUATION("valuation", "Valuation", "What the stock was worth at the end of the last day.", true),
    COUNT_VARIANCE("count-variance", "Count variance", "What was counted, and what the books said.", true),
    CONTROLLED("controlled", "Controlled register", "Controlled products, with their balance after every row.", true);

    private final String word;
    private final String title;
    private final String about;
    private final boolean ofAPeriod;

    ReportName(String word, String title, String about, boolean ofAPeriod) {
        this.word = word;
        this.title = title;
        this.about = about;
        this.ofAPeriod = ofAPeriod;
    }

    /** The name on the command line. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** What is in it, in one sentence. */
    public String about() {
        return about;
    }

    /** Does it depend on first and last day? The others show the moment they are made. */
    public boolean isOfAPeriod() {
        return ofAPeriod;
    }

    /** The report of that word. */
    public static Optional<ReportName> named(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }
}
