package app.mortar.stock;

import app.mortar.kernel.BatchId;

/** Units of one batch that are promised to one line, and whether first-expiry-first-out named that batch. */
public record Slice(BatchId batch, int quantity, FefoMark fefo) {}
