/**
 * Termii: text messages, and WhatsApp by the same gateway.
 *
 * <p>It must not know what a message is about.
 */
@org.jspecify.annotations.NullMarked
package app.mortar.alert.termii;
