/**
 * Recalls: a batch is taken out of sale at once and everyone affected is named.
 *
 * <p>It must not know HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.recall;
