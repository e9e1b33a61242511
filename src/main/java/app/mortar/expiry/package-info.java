/**
 * What time does to stock: how long it lasts until it is used up, and which stage of their expiry batches have entered.
 *
 * <p>It must not change a quantity, and must not know who is told of it.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.expiry;
