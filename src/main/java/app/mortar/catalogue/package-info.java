/**
 * Products: what the pharmacy sells, as master data.
 *
 * <p>It must not change quantities; those belong to the shelf.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.catalogue;
