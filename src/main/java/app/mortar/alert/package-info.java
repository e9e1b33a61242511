/**
 * Alerts: episodes of low stock, batches near their expiry, and the outbox that tells people of both.
 *
 * <p>It must not know how stock is changed, nor when it is asked to look; only its channels speak to the world outside.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.alert;
