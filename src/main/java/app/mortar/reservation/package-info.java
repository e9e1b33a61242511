/**
 * The reservation desk: carts, tokens, limits and refreshes on top of the shelf.
 *
 * <p>It must not know orders or HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.reservation;
