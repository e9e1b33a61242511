/**
 * How the pharmacy stands today, on one screen.
 *
 * <p>It must not decide what may be done: it asks the desks, and shows what they say.
 */
@NullMarked
package app.mortar.desktop.dashboard;

import org.jspecify.annotations.NullMarked;
