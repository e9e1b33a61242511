/**
 * What counter, goods-in and picking have in common: how they say what a product is, read what is typed or scanned, and
 * show lines. Knows no room.
 */
@NullMarked
package app.mortar.desktop.goods;

import org.jspecify.annotations.NullMarked;
