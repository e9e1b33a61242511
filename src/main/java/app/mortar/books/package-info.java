/**
 * Checks that the books add up, and rebuilds what can be rebuilt.
 *
 * <p>It must not change the ledger.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.books;
