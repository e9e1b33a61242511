/**
 * What counter, goods-in and picking say about a product, and how they read what is typed or scanned. Knows no control
 * but the one that shows and prints a slip.
 */
@NullMarked
package app.mortar.desktop.goods;

import org.jspecify.annotations.NullMarked;
