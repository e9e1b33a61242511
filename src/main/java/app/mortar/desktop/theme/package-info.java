/** How Mortar looks: its typeface, its two style sheets and which of them is on. Knows no control and no room. */
@NullMarked
package app.mortar.desktop.theme;

import org.jspecify.annotations.NullMarked;
