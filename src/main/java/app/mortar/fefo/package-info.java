/**
 * Which batch goes next (first expiry, first out), and the one definition of good and available units.
 *
 * <p>It must not know databases, carts or orders: it sees lots and a date.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.fefo;
