package app.mortar.stock;

/** Was the batch that units were promised from the one that first-expiry-first-out named at that moment? */
public enum FefoMark {
    YES,
    /** No, but somebody who may decided so, with a reason. */
    OVERRIDE,
    NO
}
