/** The way in: splash, first run, sign-in and lock. Knows no room. */
@NullMarked
package app.mortar.desktop.entry;

import org.jspecify.annotations.NullMarked;
