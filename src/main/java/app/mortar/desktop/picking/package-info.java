/** Orders that are taken from the shelves, pack by pack. Knows no other room. */
@NullMarked
package app.mortar.desktop.picking;

import org.jspecify.annotations.NullMarked;
