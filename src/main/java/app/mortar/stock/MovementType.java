package app.mortar.stock;

/** Why units moved. Quantities are signed: what comes in is positive. */
public enum MovementType {
    IN,
    OUT,
    ADJUSTMENT,
    WASTE,
    RETURN,
    SUPPLIER_RETURN
}
