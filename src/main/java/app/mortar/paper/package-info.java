/** Labels for packs and shelves, with a code that scanners read. Knows neither the database nor the screens. */
@NullMarked
package app.mortar.paper;

import org.jspecify.annotations.NullMarked;
