/** The parts that screens are made of: buttons, chips, tables, rings, charts. Know no desk, no room and no database. */
@NullMarked
package app.mortar.desktop.widget;

import org.jspecify.annotations.NullMarked;
