/**
 * What is around every screen: the window, the navigation, who is signed in, scans, messages, what a room may ask for.
 * Knows no particular room.
 */
@NullMarked
package app.mortar.desktop.shell;

import org.jspecify.annotations.NullMarked;
