/**
 * What time does to batches: which stage of their expiry they have entered.
 *
 * <p>It must not know who is told of it.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.expiry;
