package app.mortar.stock;

import app.mortar.kernel.ProductId;

/**
 * A line that stock cannot supply.
 *
 * @param requested units asked for, over all lines of the product
 * @param available units that could have been promised, the asker's own included
 */
public record Shortage(ProductId product, String sku, long requested, int available) {}
