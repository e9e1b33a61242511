/**
 * The room where the pharmacy, its staff and its keys are set up, and where a scanner is put right. Knows no SQL: it
 * asks the desks.
 */
@NullMarked
package app.mortar.desktop.settings;

import org.jspecify.annotations.NullMarked;
