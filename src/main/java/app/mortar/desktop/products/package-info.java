/**
 * Products out to Excel and back: exported, edited elsewhere, and looked at before anything of it is saved.
 *
 * <p>It must not know how a list is read, nor what the catalogue refuses.
 */
@NullMarked
package app.mortar.desktop.products;

import org.jspecify.annotations.NullMarked;
