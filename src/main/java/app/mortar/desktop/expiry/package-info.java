/**
 * The room Expiry &amp; Waste: what has expired and what will, what will not sell, what was written off.
 *
 * <p>It must not know how waste is booked, nor how a forecast is made.
 */
@NullMarked
package app.mortar.desktop.expiry;

import org.jspecify.annotations.NullMarked;
