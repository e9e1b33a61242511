package app.mortar.fulfilment;

/** Where an order comes from. */
public enum Channel {
    RETAIL,
    WHOLESALE,
    COUNTER
}
