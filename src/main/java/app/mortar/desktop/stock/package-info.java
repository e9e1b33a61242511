/**
 * Products with what is there of them, and one product with all that is known about it.
 *
 * <p>It must not decide what may be done: it asks the desks, and shows what they say.
 */
@NullMarked
package app.mortar.desktop.stock;

import org.jspecify.annotations.NullMarked;
