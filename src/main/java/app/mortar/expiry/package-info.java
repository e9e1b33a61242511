/**
 * How long stock lasts: until it is used up, and until it expires.
 *
 * <p>It must not change a quantity, and sends nothing to anybody.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.expiry;
