/**
 * What time does to stock: which stage of their expiry batches have entered, how long units last, what will not sell.
 *
 * <p>It must not change a quantity, nor know who is told.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.expiry;
