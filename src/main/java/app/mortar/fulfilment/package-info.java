/**
 * Orders from PENDING to DELIVERED or RETURNED, and the one decrement at dispatch.
 *
 * <p>It must not know HTTP.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.fulfilment;
