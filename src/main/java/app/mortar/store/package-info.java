/**
 * The database: opening it safely, migrating it, transactions with one actor and one now.
 *
 * <p>It must not know what is stored: no product, no batch, no hold.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.store;
