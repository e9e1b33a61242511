/** Goods that come in: lines from scans, the questions about them, one booking. Knows no other room. */
@NullMarked
package app.mortar.desktop.receiving;

import org.jspecify.annotations.NullMarked;
