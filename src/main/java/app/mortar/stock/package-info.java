/**
 * The shelf: product counters, batches, holds with their batch plan, and the ledger; everything that changes stock goes through it.
 *
 * <p>It must not know carts' rules, orders' states or HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.stock;
