/** A sale at the counter: cart, hold with its countdown, hand-over, parked sales. Knows no other room. */
@NullMarked
package app.mortar.desktop.counter;

import org.jspecify.annotations.NullMarked;
