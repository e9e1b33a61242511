package app.mortar.stock;

/** May units of the batch be sold, as far as its maker is concerned? */
public enum BatchStatus {
    AVAILABLE,
    RECALLED
}
