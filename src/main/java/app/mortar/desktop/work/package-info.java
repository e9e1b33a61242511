/** How a screen gets something done without ever keeping the window waiting. Knows no control. */
@NullMarked
package app.mortar.desktop.work;

import org.jspecify.annotations.NullMarked;
