/**
 * The carts at checkout, live.
 *
 * <p>It must not decide what may be done: it asks the desks, and shows what they say.
 */
@NullMarked
package app.mortar.desktop.holds;

import org.jspecify.annotations.NullMarked;
