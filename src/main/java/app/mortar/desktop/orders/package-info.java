/**
 * The orders of all channels, and their steps.
 *
 * <p>It must not decide what may be done: it asks the desks, and shows what they say.
 */
@NullMarked
package app.mortar.desktop.orders;

import org.jspecify.annotations.NullMarked;
