package app.mortar.alert;

/** How bad it is. */
public enum Severity {
    /** Fewer good units than the minimum. */
    LOW,
    /** None at all. */
    OUT;

    /** What is said of it. */
    Kind kind() {
        return this == OUT ? Kind.STOCK_OUT : Kind.LOW_STOCK;
    }
}
